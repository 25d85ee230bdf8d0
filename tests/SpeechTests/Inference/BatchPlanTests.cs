using Shouldly;
using TtsConsumers.Speech.Inference;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Inference;

public sealed class BatchPlanTests
{
    private const double Plenty = double.PositiveInfinity;

    [Fact]
    public void Cut_BatchOfOne_KeepsTheOrderOfArrival() => Cut(1, 1e6, Plenty, 30, 10, 20).ShouldBe([[30], [10], [20]]);

    [Fact]
    public void Cut_RunsCostNothing_EveryLengthHasItsOwn() => Cut(8, 0, Plenty, 30, 10, 20, 10).ShouldBe([[10], [10], [20], [30]]);

    [Fact]
    public void Cut_RunsCostMuch_AllThatFitShareOne() => Cut(4, 1e6, Plenty, 5, 4, 3, 2, 1).ShouldBe([[1, 2, 3], [4, 5]]);

    [Fact]
    public void Cut_PaddingCostsMoreThanARun_SplitsThere() => Cut(4, 25, Plenty, 100, 12, 98, 10).ShouldBe([[10, 12], [98, 100]]);

    [Fact]
    public void Cut_SpeedStretchesAPiece_ItIsSortedAmongTheLongOnes()
    {
        var slow = Waiting(20, alone: false, speed: 0.5f);

        new BatchPlan(2, 5).Cut([slow, Waiting(10), Waiting(41), Waiting(11)], Plenty)
            .Select(run => run.Select(piece => piece.Weight)).ShouldBe([[10, 11], [40, 41]]);
    }

    [Fact]
    public void Cut_SomeAreToBeAlone_TheyHaveRunsOfTheirOwnAfterTheOthers()
    {
        var runs = new BatchPlan(4, 1e6).Cut([Waiting(5, alone: true), Waiting(7), Waiting(6)], Plenty);

        runs.Select(run => run.Select(piece => piece.Weight)).ShouldBe([[6, 7], [5]]);
    }

    [Fact]
    public void Cut_OnceThereWasNoMemory_NoRunOfSeveralIsAsLargeAgain() => Cut(4, 1e6, tooMuch: 40, 10, 10, 10, 10, 50).ShouldBe([[10, 10, 10], [10], [50]]);

    [Fact]
    public void Cut_AnyLengths_HasEachOnceAndIsNeverDearerThanAnyEvenCut()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var cost = random.Next(300);
            int[] lengths = [.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => random.Next(3, 400))];

            var runs = Cut(8, cost, Plenty, lengths);

            runs.SelectMany(run => run).Order().ShouldBe(lengths.Order().Select(length => (double)length), $"seed {seed}");
            runs.ShouldAllBe(run => run.Length <= 8);
            for (var size = 1; size <= 8; size++)
            {
                Cost(runs, cost).ShouldBeLessThanOrEqualTo(Cost([.. lengths.Order().Select(length => (double)length).Chunk(size)], cost), $"seed {seed}");
            }
        }
    }

    private static double Cost(double[][] runs, double runCost) => runs.Sum(run => runCost + (run.Length * run.Max()));

    private static double[][] Cut(int most, double runCost, double tooMuch, params int[] lengths) =>
        [.. new BatchPlan(most, runCost).Cut([.. lengths.Select(length => Waiting(length))], tooMuch)
            .Select(run => run.Select(piece => piece.Weight).ToArray())];

    private static WaitingPiece Waiting(int ids, bool alone = false, float speed = 1) => new(
        new SpeechRequest(new Utterance(null!, speed, [new Piece(new long[ids], new float[1], speed)]), alone, CancellationToken.None), 0);
}
