using System.Text.RegularExpressions;

namespace TtsConsumers.Shared.Contracts;

/// <summary>What a well-formed job must also satisfy. Hosts apply it to what they receive, the client library before it publishes.</summary>
public static partial class JobRules
{
    /// <summary>Checks every rule of the contract that needs no catalogue; the first broken one is named.</summary>
    /// <param name="job">The job as read.</param>
    /// <param name="textScalars">The longest text allowed, in Unicode scalars.</param>
    /// <returns><see langword="null"/> for a good job.</returns>
    public static JobProblem? Check(SpeechJob job, int textScalars = JobLimits.DefaultTextScalars) =>
        CheckId(job.Id)
        ?? CheckText(job.Text, textScalars)
        ?? CheckValues(job)
        ?? CheckStream(job.Stream)
        ?? CheckLexicon(job.Lexicon)
        ?? CheckMetadata(job.Metadata);

    /// <summary>Whether a text can be a job's id.</summary>
    public static bool IsId(string? id) => id is not null && IdPattern().IsMatch(id);

    /// <summary>Whether a text can be a reply suffix, the <c>reply_to</c> of a job.</summary>
    public static bool IsReplySuffix(string? suffix) => suffix is not null && ReplyPattern().IsMatch(suffix);

    private static JobProblem? CheckId(string id) =>
        IsId(id) ? null : new(ReasonCode.Malformed, "id must be 1 to 64 of A-Z a-z 0-9 _ -");

    private static JobProblem? CheckText(string text, int limit)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new(ReasonCode.TextMissing, "text is empty or only white space");
        var scalars = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == 0)
                return new(ReasonCode.Malformed, "text contains NUL (U+0000)");
            scalars++;
        }
        if (HasLoneSurrogate(text))
            return new(ReasonCode.Malformed, "text contains a lone surrogate");
        return scalars <= limit ? null : new(ReasonCode.TextTooLong, $"text has {scalars} characters; the limit is {limit}");
    }

    /// <summary>EnumerateRunes reads a lone surrogate as U+FFFD, so it has to be looked for.</summary>
    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return true;
            i++;
        }
        return false;
    }

    private static JobProblem? CheckValues(SpeechJob job)
    {
        if (job.Language is { } language && !JobLimits.Languages.Contains(language))
            return OutOfRange("language", "zh, en or auto");
        if (job.Speed is { } speed && !(speed >= JobLimits.MinSpeed && speed <= JobLimits.MaxSpeed))
            return OutOfRange("speed", "0.5 to 2.0");
        if (job.SampleRate is { } rate && !JobLimits.SampleRates.Contains(rate))
            return OutOfRange("sample_rate", "8000, 16000, 24000 or 48000");
        if (job.Format is { } format && !JobLimits.Formats.Contains(format))
            return new(ReasonCode.FormatUnknown, $"format must be one of {string.Join(", ", JobLimits.Formats)}");
        return null;
    }

    private static JobProblem? CheckStream(StreamPosition? stream)
    {
        if (stream is null)
            return null;
        if (stream.Id is null || !StreamPattern().IsMatch(stream.Id))
            return OutOfRange("stream.id", "1 to 64 of A-Z a-z 0-9 . _ -");
        return stream.Seq is >= 0 and <= int.MaxValue ? null : OutOfRange("stream.seq", "0 to 2147483647");
    }

    private static JobProblem? CheckLexicon(IReadOnlyDictionary<string, string>? lexicon)
    {
        if (lexicon is null)
            return null;
        if (lexicon.Count > JobLimits.LexiconEntries)
            return OutOfRange("lexicon", $"at most {JobLimits.LexiconEntries} entries");
        return lexicon.All(entry => IsShort(entry.Key, 1, JobLimits.LexiconCharacters) && IsShort(entry.Value, 1, JobLimits.LexiconCharacters))
            ? null
            : OutOfRange("lexicon", $"words and readings of 1 to {JobLimits.LexiconCharacters} characters");
    }

    private static JobProblem? CheckMetadata(IReadOnlyDictionary<string, string>? metadata)
    {
        if (metadata is null)
            return null;
        if (metadata.Count > JobLimits.MetadataEntries)
            return OutOfRange("metadata", $"at most {JobLimits.MetadataEntries} entries");
        return metadata.All(entry => IsShort(entry.Key, 0, JobLimits.MetadataCharacters) && IsShort(entry.Value, 0, JobLimits.MetadataCharacters))
            ? null
            : OutOfRange("metadata", $"keys and values of at most {JobLimits.MetadataCharacters} characters");
    }

    private static bool IsShort(string? text, int least, int most) => text is not null && text.Length >= least && text.Length <= most;

    private static JobProblem OutOfRange(string field, string allowed) => new(ReasonCode.ValueOutOfRange, $"{field} must be {allowed}");

    // \z, not $: a dollar sign also matches before a last line feed.
    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^[A-Za-z0-9._-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex StreamPattern();

    [GeneratedRegex(@"^[a-z0-9-]{1,36}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ReplyPattern();
}
