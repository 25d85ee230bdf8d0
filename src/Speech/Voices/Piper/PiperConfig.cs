namespace TtsConsumers.Speech.Voices.Piper;

/// <summary>What a Piper voice's <c>.onnx.json</c> says, with Piper's own defaults for what it leaves out.</summary>
internal sealed record PiperConfig
{
    /// <summary>What turns texts into the voice's phonemes.</summary>
    public required PhonemeType PhonemeType { get; init; }

    /// <summary>The voice of espeak-ng that reads for it, such as <c>en-us</c>.</summary>
    public required string EspeakVoice { get; init; }

    /// <summary>Its own language, lower case: <c>en-us</c>, <c>zh-cn</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Samples per second.</summary>
    public required int SampleRate { get; init; }

    /// <summary>Samples in one frame, the unit of durations.</summary>
    public required int HopLength { get; init; }

    /// <summary>Speakers with their numbers, in the order of these; empty when there is only one.</summary>
    public required IReadOnlyList<(string Name, long Number)> Speakers { get; init; }

    /// <summary>How much noise the generator gets.</summary>
    public required float NoiseScale { get; init; }

    /// <summary>How long sounds are; 1 is as trained.</summary>
    public required float LengthScale { get; init; }

    /// <summary>How much noise the durations get.</summary>
    public required float NoiseWidth { get; init; }

    /// <summary>The quiet between two sentences at speed 1.</summary>
    public required TimeSpan SentenceSilence { get; init; }

    /// <summary>Phoneme → the quiet behind it at speed 1; what stands before and behind is spoken apart.</summary>
    public required IReadOnlyDictionary<string, TimeSpan> PhonemeSilences { get; init; }

    /// <summary>Phoneme → ids. A phoneme is a code point as a rule, or more: a diphthong, a part of pinyin.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<long>> Ids { get; init; }

    /// <summary>The ids of the pad between phonemes; none where the voice has none.</summary>
    public IReadOnlyList<long> Pads => Ids.GetValueOrDefault(PiperSymbols.Pad, []);

    /// <summary>Code point → what is spoken instead.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Replacements { get; init; }

    /// <summary>Code points that make one phoneme together where they follow each other, such as a and ɪ.</summary>
    public required IReadOnlyList<string> Clusters { get; init; }

    /// <summary>The language alone: <c>en</c> of <c>en-us</c>.</summary>
    public string BaseLanguage => Language.Split('-')[0];
}
