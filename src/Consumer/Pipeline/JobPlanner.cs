using TtsConsumers.Consumer.InHand;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Storage;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Consumer.Pipeline;

/// <summary>Reads a delivery and plans how it is spoken, or says why it never will be.</summary>
/// <param name="catalogue">The voices this host offers.</param>
/// <param name="frontEnd">Tells the language of a text whose job names neither language nor voice, and checks the job's own readings.</param>
/// <param name="reader">Reads the body by the contract.</param>
/// <param name="gainDb">How much louder than its voice everything is made, in dB.</param>
public sealed class JobPlanner(VoiceCatalogue catalogue, FrontEnd frontEnd, JobReader reader, double gainDb)
{
    /// <summary>Fills in the job's id, body and plan.</summary>
    /// <param name="job">A job just received.</param>
    /// <returns><see langword="null"/> for a good job.</returns>
    public JobProblem? Plan(JobInHand job)
    {
        var reading = reader.Read(job.Delivery.Body.Span, job.Delivery.Envelope);
        job.Id = reading.Id;
        switch (reading)
        {
            case JobReading.Refused refused:
                job.Job = refused.Job;
                return refused.Problem;
            case JobReading.Accepted accepted:
                job.Job = accepted.Job;
                return Offer(job, accepted.Job);
            default:
                throw new InvalidOperationException($"a reading without a plan: {reading}");
        }
    }

    /// <summary>What this host offers of what the contract allows.</summary>
    private JobProblem? Offer(JobInHand job, SpeechJob asked)
    {
        var language = LanguageOf(asked.Language);
        var why = "";
        var voice = asked.Voice is { Length: > 0 } id ? catalogue.Find(id, out why) : catalogue.Default(language ?? frontEnd.LanguageOf(asked.Text));
        if (voice is null)
            return new(ReasonCode.VoiceUnknown, why);
        if (AudioEncoders.Find(asked.Format ?? "wav") is not { Missing: null } encoder)
            return new(ReasonCode.FormatUnknown, NotOffered(asked.Format!));
        List<string> faults = [];
        var lexicon = asked.Lexicon is { Count: > 0 } words ? frontEnd.ReadLexicon(words, faults) : null;
        if (faults.Count > 0)
            return new(ReasonCode.ValueOutOfRange, faults.Count == 1 ? faults[0] : $"{faults[0]}; {faults.Count - 1} more like it");
        var speed = asked.Speed ?? 1;
        var form = new AudioForm(encoder, asked.SampleRate ?? voice.SampleRate, gainDb);
        job.Plan = new JobPlan(asked, voice, language, speed, form, KeyOf(asked, voice, speed, form), lexicon);
        return null;
    }

    private AudioKey KeyOf(SpeechJob job, Voice voice, double speed, AudioForm form) => AudioKey.Of(new AudioIdentity
    {
        Id = job.Id,
        Text = job.Text,
        Voice = voice.Id,
        ModelSha256 = voice.ModelSha256,
        Language = job.Language ?? "auto",
        Speed = speed,
        Format = form.Encoder.Format,
        SampleRate = form.SampleRate,
        GainDb = form.GainDb,
        UserLexiconSha256 = frontEnd.UserLexiconSha256,
        Lexicon = job.Lexicon,
    });

    private static SpeechLanguage? LanguageOf(string? language) => language switch
    {
        "zh" => SpeechLanguage.Chinese,
        "en" => SpeechLanguage.English,
        _ => null,
    };

    private static string NotOffered(string format)
    {
        var why = AudioEncoders.Find(format)?.Missing is { } missing ? $": {missing}" : "";
        var offered = string.Join(", ", AudioEncoders.Offered.Select(encoder => encoder.Format));
        return $"format '{format}' is not offered by this host{why}; offered are {offered}";
    }
}
