namespace TtsConsumers.Shared.Contracts;

/// <summary>The limits of the wire contract (docs/MESSAGES.md), checked before anything is parsed or spoken.</summary>
public static class JobLimits
{
    /// <summary>The one message type this version speaks; absent means the same.</summary>
    public const string JobType = "tts.job.v1";

    /// <summary>The type of every result.</summary>
    public const string ResultType = "tts.result.v1";

    /// <summary>Largest body in bytes.</summary>
    public const int BodyBytes = 64 * 1024;

    /// <summary>Deepest nesting of the JSON; a job needs 2.</summary>
    public const int JsonDepth = 8;

    /// <summary>Unicode scalars in a text unless the host is set otherwise.</summary>
    public const int DefaultTextScalars = 500;

    /// <summary>Slowest speed.</summary>
    public const double MinSpeed = 0.5;

    /// <summary>Fastest speed.</summary>
    public const double MaxSpeed = 2.0;

    /// <summary>Entries of a job's own lexicon.</summary>
    public const int LexiconEntries = 32;

    /// <summary>Characters of a word and of a reading in a job's own lexicon.</summary>
    public const int LexiconCharacters = 64;

    /// <summary>Entries of the metadata.</summary>
    public const int MetadataEntries = 16;

    /// <summary>Characters of a metadata key or value.</summary>
    public const int MetadataCharacters = 256;

    /// <summary>The formats the contract knows; a host may offer fewer.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["wav", "pcm", "flac", "opus", "mp3"];

    /// <summary>The sample rates a job may ask for, in Hz.</summary>
    public static IReadOnlyList<int> SampleRates { get; } = [8000, 16000, 24000, 48000];

    /// <summary>The languages a job may name.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["zh", "en", "auto"];
}
