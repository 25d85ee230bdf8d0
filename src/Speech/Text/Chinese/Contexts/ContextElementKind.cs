namespace TtsConsumers.Speech.Text.Chinese.Contexts;

/// <summary>What a step of a pattern takes.</summary>
internal enum ContextElementKind
{
    /// <summary>One of some characters.</summary>
    OneOf,

    /// <summary>Any character but some.</summary>
    NoneOf,

    /// <summary>Any characters of the run, also none.</summary>
    Anything,

    /// <summary>No character: a word starts or ends here.</summary>
    Border,
}
