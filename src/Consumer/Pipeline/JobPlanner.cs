using TtsConsumers.Consumer.InHand;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Storage;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Consumer.Pipeline;

/// <summary>Reads a delivery and plans how it is spoken, or says why it never will be.</summary>
/// <param name="catalogue">The voices this host offers.</param>
/// <param name="frontEnd">Tells the language of a text whose job names neither language nor voice.</param>
/// <param name="reader">Reads the body by the contract.</param>
public sealed class JobPlanner(VoiceCatalogue catalogue, FrontEnd frontEnd, JobReader reader)
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
        var voice = asked.Voice is { Length: > 0 } id ? catalogue.Find(id) : catalogue.Default(language ?? frontEnd.LanguageOf(asked.Text));
        if (voice is null)
            return new(ReasonCode.VoiceUnknown, $"voice '{Shorten(asked.Voice!)}' is not in the catalogue; `tts voices` lists it");
        if (AudioEncoders.Find(asked.Format ?? "wav") is not { } encoder)
            return new(ReasonCode.FormatUnknown, $"format '{asked.Format}' is not offered here; offered are {Offered()}");
        if (asked.SampleRate is { } rate && rate != voice.SampleRate)
            return new(ReasonCode.ValueOutOfRange, $"sample_rate {rate} is not served yet; leave it out for the voice's own {voice.SampleRate}");
        if (asked.Lexicon is { Count: > 0 })
            return new(ReasonCode.ValueOutOfRange, "lexicon is not served yet; leave it out");
        var speed = asked.Speed ?? 1;
        job.Plan = new JobPlan(asked, voice, language, speed, encoder, KeyOf(asked, voice, speed, encoder));
        return null;
    }

    private static AudioKey KeyOf(SpeechJob job, Voice voice, double speed, IAudioEncoder encoder) => AudioKey.Of(new AudioIdentity
    {
        Id = job.Id,
        Text = job.Text,
        Voice = voice.Id,
        ModelSha256 = voice.ModelSha256,
        Language = job.Language ?? "auto",
        Speed = speed,
        Format = encoder.Format,
        SampleRate = voice.SampleRate,
        Lexicon = job.Lexicon,
    });

    private static SpeechLanguage? LanguageOf(string? language) => language switch
    {
        "zh" => SpeechLanguage.Chinese,
        "en" => SpeechLanguage.English,
        _ => null,
    };

    private static string Offered() => string.Join(", ", AudioEncoders.All.Select(encoder => encoder.Format));

    private static string Shorten(string text) => text.Length <= 64 ? text : text[..64] + "…";
}
