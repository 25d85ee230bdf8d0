using TtsConsumers.Producer.Client.Text;

namespace TtsConsumers.Producer.Client.Audio;

/// <summary>How long it is quiet between two fragments, from the last sound of one to the first of the next, by what ends between them.</summary>
/// <remarks>What is quiet in the audio itself counts: a voice that begins and ends with a second of silence pauses no longer than others.</remarks>
public sealed record Pauses
{
    /// <summary>The longest pause there may be.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Those of somebody who reads a book aloud: 60 ms, 250 ms, 500 ms, 900 ms and 1.8 s.</summary>
    public static Pauses Usual { get; } = new();

    /// <summary>Inside a clause that was too long for one fragment.</summary>
    /// <value>60 ms</value>
    public TimeSpan Word { get; init; } = TimeSpan.FromMilliseconds(60);

    /// <summary>After a clause.</summary>
    /// <value>250 ms</value>
    public TimeSpan Clause { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>After a sentence.</summary>
    /// <value>500 ms</value>
    public TimeSpan Sentence { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>After a paragraph.</summary>
    /// <value>900 ms</value>
    public TimeSpan Paragraph { get; init; } = TimeSpan.FromMilliseconds(900);

    /// <summary>After a chapter and after its title.</summary>
    /// <value>1.8 s</value>
    public TimeSpan Chapter { get; init; } = TimeSpan.FromMilliseconds(1800);

    /// <summary>The same pause everywhere.</summary>
    public static Pauses All(TimeSpan pause) => new() { Word = pause, Clause = pause, Sentence = pause, Paragraph = pause, Chapter = pause };

    /// <summary>The pause where something ends.</summary>
    public TimeSpan After(Break end) => end switch
    {
        Break.Word => Word,
        Break.Clause => Clause,
        Break.Sentence => Sentence,
        Break.Paragraph => Paragraph,
        _ => Chapter,
    };
}
