namespace TtsConsumers.Tests.ClusterTests.Load;

/// <summary>The sum of a ledger.</summary>
/// <param name="Confirmed">Ids the broker has confirmed.</param>
/// <param name="Unknown">Ids it has not.</param>
/// <param name="Lost">Confirmed ids without a result.</param>
/// <param name="Duplicated">Results beyond the first of each id.</param>
/// <param name="Recovered">Ids not confirmed that have a result all the same.</param>
/// <param name="Dead">Dead letters.</param>
/// <param name="Unknowns">Publishes of which nothing was known; each was repeated.</param>
internal sealed record LedgerReport(int Confirmed, int Unknown, int Lost, int Duplicated, int Recovered, int Dead, int Unknowns)
{
    public override string ToString() =>
        $"confirmed {Confirmed}, unknown {Unknown}, lost {Lost}, duplicated {Duplicated}, recovered {Recovered}, dead {Dead}, publishes repeated {Unknowns}";
}
