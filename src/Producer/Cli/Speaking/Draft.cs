using System.Text.Json;
using TtsConsumers.Producer.Client.Audio;
using TtsConsumers.Producer.Client.Subtitles;
using TtsConsumers.Producer.Client.Text;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Cli.Speaking;

/// <summary>
/// A sound in the making: <c>NAME.part</c> with the samples and <c>NAME.state</c> with what they are. Both stay when a run is ended in the middle, and
/// the next run of the same text with the same settings goes on from them.
/// </summary>
internal sealed class Draft : IAsyncDisposable
{
    private readonly SpeakingPlan plan;
    private readonly DraftState state;
    private readonly FileStream sound;
    private SpeechJoin join;
    private bool isAskedFor;

    private Draft(SpeakingPlan plan, Pauses pauses, string path)
    {
        this.plan = plan;
        state = DraftState.Open(StatePath(path));
        sound = new FileStream(path + ".part", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        join = new SpeechJoin(sound, pauses);
    }

    /// <summary>Whether an earlier run has begun it: then jobs may have been spoken already that are not in it.</summary>
    public bool IsResumed { get; private set; }

    /// <summary>
    /// Whether the next run can go on from it: there are samples in it, or the farm was asked for some and may have them in its store.
    /// </summary>
    public bool IsWorthKeeping => (isAskedFor || Lines.Count > 0) && File.Exists(sound.Name);

    /// <summary>How many fragments an earlier run has brought.</summary>
    public int Earlier { get; private set; }

    /// <summary>What is in it, in the order of the fragments.</summary>
    public IReadOnlyList<DraftLine> Lines => state.Lines;

    /// <summary>The stream the fragments are spoken in.</summary>
    public string Stream => state.Stream!;

    /// <summary>How long it sounds.</summary>
    public TimeSpan Length => join.Point.Length;

    /// <summary>The samples' file.</summary>
    public string SoundPath => sound.Name;

    /// <summary>The state's file.</summary>
    public static string StatePath(string output) => Path.GetFullPath(output) + ".state";

    /// <summary>Opens the draft of an order, or begins it.</summary>
    /// <param name="order">What is to be spoken, and where it goes.</param>
    /// <param name="plan">Its fragments.</param>
    /// <param name="newStream">Names a stream.</param>
    /// <param name="tell">Told when something was there that is of no use.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="CommandFailedException">Another run is writing it.</exception>
    public static async Task<Draft> OpenAsync(
        SpeakingOrder order, SpeakingPlan plan, Func<string> newStream, Action<string> tell, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(order.Output);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = new Draft(plan, order.Pauses, path);
        try
        {
            await draft.BeginAsync(order, newStream, tell, cancellation);
            return draft;
        }
        catch
        {
            await draft.DisposeAsync();
            throw;
        }
    }

    /// <summary>From here on the farm may have been asked for fragments.</summary>
    public void AskFor() => isAskedFor = true;

    /// <summary>Adds the next fragment.</summary>
    /// <param name="result">Its result.</param>
    /// <param name="audio">Its audio; <see langword="null"/> where it failed.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <exception cref="InvalidDataException">The audio is no WAV.</exception>
    /// <exception cref="CommandFailedException">The audio has another rate than what was before it.</exception>
    public async Task AddAsync(SpeechResult result, byte[]? audio, CancellationToken cancellation)
    {
        var fragment = plan.Fragments[Lines.Count];
        var span = default(SoundSpan);
        if (audio is null)
            join.PassOver(fragment.After);
        else
            span = await AppendAsync(PcmWav.Read(audio), fragment.After, cancellation);
        await sound.FlushAsync(cancellation);
        var failure = SpokenFragment.Of(0, "", result).Failure;
        IReadOnlyList<Cue> cues = audio is null
            ? [] : Cues.Of(fragment.Text, result.Marks ?? [], join.Point.Time(span.Origin), join.Point.Time(span.From), join.Point.Time(span.To));
        await state.AddAsync(new DraftLine(DraftState.Hash(fragment.Text), join.Point, span.From, span.To, failure, cues), cancellation);
    }

    /// <summary>Leaves nothing behind: there is nothing in it to go on from.</summary>
    public void Forget()
    {
        File.Delete(sound.Name);
        File.Delete(state.Path);
    }

    /// <summary>Makes the samples' file a whole WAV file.</summary>
    public Task FinishAsync(CancellationToken cancellation) => join.FinishAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await sound.DisposeAsync();
        await state.DisposeAsync();
    }

    private async Task BeginAsync(SpeakingOrder order, Func<string> newStream, Action<string> tell, CancellationToken cancellation)
    {
        var settings = Settings(order);
        var isNew = state.IsEmpty;
        IsResumed = await state.ReadAsync(settings, [.. plan.Fragments.Select(fragment => fragment.Text)], sound.Length, cancellation);
        if (!isNew && !IsResumed)
            tell($"{state.Path} is of other settings, so nothing of it can be used: beginning anew");
        await state.BeginAsync(state.Stream ?? newStream(), settings, cancellation);
        Earlier = state.Lines.Count;
        join = new SpeechJoin(sound, order.Pauses, state.Lines is [.., var last] ? last.Point : null);
    }

    private Task<SoundSpan> AppendAsync(PcmWav audio, Break after, CancellationToken cancellation)
    {
        var rate = join.Point.SampleRate;
        return rate == 0 || rate == audio.SampleRate
            ? join.AppendAsync(audio, after, cancellation)
            : throw new CommandFailedException(
                ExitCodes.Failed, $"the fragments came at {rate} and {audio.SampleRate} Hz; give --rate, and all of them come at that one");
    }

    private static string Settings(SpeakingOrder order) => DraftState.Hash(
        $"{JsonSerializer.Serialize(order.Pattern with { Format = null }, ContractJson.Job)} {order.Pauses}");
}
