using Microsoft.Extensions.Logging;
using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Voices.Piper.Espeak;

namespace TtsConsumers.Speech.Voices;

/// <summary>The models of a host: how their texts are read and how their phonemes are spoken. Which are loaded is another matter.</summary>
internal sealed class OfferedModels : IAsyncDisposable
{
    private readonly Dictionary<string, (ModelOnDisk Model, IModelFamily Family)> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _faults;
    private readonly EspeakNg _espeak;

    private OfferedModels(ModelShelf shelf, string espeak, TimeProvider time)
    {
        _faults = new Dictionary<string, string>(shelf.Faults);
        _espeak = new EspeakNg(espeak, time);
    }

    /// <summary>Their voices.</summary>
    public VoiceCatalogue Catalogue { get; private set; } = null!;

    /// <summary>Makes the voices of models ready. A model that can't be, other than the preferred one, is left out.</summary>
    /// <param name="shelf">The models.</param>
    /// <param name="options">The default voice, and where espeak-ng is.</param>
    /// <param name="time">The clock of the patience with espeak-ng.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ModelFileException">The preferred model is damaged, or the configured voice is not on offer.</exception>
    public static async Task<OfferedModels> OpenAsync(
        ModelShelf shelf, SpeechOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var offered = new OfferedModels(shelf, options.Espeak, time);
        List<Voice> voices = [];
        foreach (var model in shelf.Models)
        {
            var own = await offered.AddAsync(model, isPreferred: model == shelf.Preferred, cancellationToken);
            voices.AddRange(own.Where(one => voices.All(other => other.Id != one.Id)));
        }

        offered.Catalogue = new VoiceCatalogue(shelf.Preferred, voices, options.Voice, offered._faults);
        return offered;
    }

    /// <summary>The model of a voice.</summary>
    public ModelOnDisk ModelOf(Voice voice) => _byName[voice.Model].Model;

    /// <summary>The family of a voice's model.</summary>
    public IModelFamily FamilyOf(Voice voice) => _byName[voice.Model].Family;

    /// <summary>How texts are read, by the name of the model.</summary>
    public IReadOnlyDictionary<string, IVoiceReader> Readers(FrontEnd frontEnd) =>
        _byName.ToDictionary(model => model.Key, model => model.Value.Model.NewReader(frontEnd, _espeak));

    /// <summary>Tells operators what is offered and what is not.</summary>
    public void Tell(ILogger logger, TimeSpan took)
    {
        SpeechLog.VoicesReady(logger, Catalogue.Voices.Count, _byName.Count, took.TotalMilliseconds);
        foreach (var (model, fault) in _faults)
        {
            SpeechLog.NotOffered(logger, model, fault);
        }

        foreach (var missing in Catalogue.Voices.Select(voice => voice.Missing).OfType<string>().Distinct())
        {
            SpeechLog.VoiceMissing(logger, missing);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _espeak.DisposeAsync();

    private async Task<IEnumerable<Voice>> AddAsync(ModelOnDisk model, bool isPreferred, CancellationToken cancellationToken)
    {
        try
        {
            var voices = await model.VoicesAsync(cancellationToken);
            _byName.Add(model.Name, (model, model.NewFamily()));
            var missing = model.Missing(_espeak);
            return voices.Select(voice => voice with { Missing = missing });
        }
        catch (ModelFileException e) when (!isPreferred)
        {
            _faults[model.Name] = e.Message;
            return [];
        }
    }
}
