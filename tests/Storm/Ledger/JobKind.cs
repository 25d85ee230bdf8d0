namespace TtsConsumers.Tests.Storm.Ledger;

/// <summary>What a job of a storm is up to.</summary>
public enum JobKind
{
    /// <summary>A job like any other.</summary>
    Plain,

    /// <summary>It names a voice that nobody has: refused at once.</summary>
    Refusable,

    /// <summary>It kills its host.</summary>
    Poison,

    /// <summary>The model hangs on it.</summary>
    Hanging,

    /// <summary>It fails at every try and carries headers that would multiply it.</summary>
    CcBomb,
}
