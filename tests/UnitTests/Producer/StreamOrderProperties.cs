using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Contracts;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer;

/// <summary>What holds for any number of streams with any gaps, announced and answered in any interleaving, with any repeats.</summary>
public sealed class StreamOrderProperties
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(5_000);

    /// <summary>Jobs in the order they are announced: in each stream in rising seq, with gaps and equal numbers; some without a stream.</summary>
    private static readonly Gen<SpeechJob[]> Announced =
        Gen.Elements(null, "a", "b").Zip(Gen.Choose(0, 3)).ListOf().Select(steps =>
        {
            var next = new Dictionary<string, long> { ["a"] = 0, ["b"] = 7 };
            return steps.Take(14).Select((step, i) =>
                step.Item1 is { } stream ? Jobs.Job($"j{i}", stream, next[stream] += step.Item2) : Jobs.Job($"j{i}")).ToArray();
        });

    /// <summary>Chooses, again and again, what happens next.</summary>
    private static readonly Gen<int[]> Turns = Gen.Choose(0, 999).ArrayOf(60);

    [Fact]
    public void Arrived_AnyInterleavingWithRepeats_GivesEachOnceAndEachStreamInOrder() =>
        Prop.ForAll(Arb.From(Announced), Arb.From(Turns), (jobs, turns) =>
        {
            var run = new Run(jobs);

            foreach (var turn in turns)
                run.Turn(turn);
            run.Finish();

            run.Given.Select(result => result.Id).ShouldBe(jobs.Select(job => job.Id), ignoreOrder: true);
            foreach (var stream in jobs.Where(job => job.Stream is not null).GroupBy(job => job.Stream!.Id))
            {
                var ids = stream.Select(job => job.Id).ToHashSet();
                run.Given.Select(result => result.Id).Where(ids.Contains).ShouldBe(stream.Select(job => job.Id), "as announced");
            }
        }).Check(Thorough);

    /// <summary>Announces and answers, and checks after each step that what is given is just what may be given.</summary>
    private sealed class Run(SpeechJob[] jobs)
    {
        private readonly StreamOrder order = new();
        private readonly HashSet<string> arrived = [];
        private int announced;

        public List<SpeechResult> Given { get; } = [];

        public void Turn(int turn)
        {
            if (announced < jobs.Length && (announced == 0 || turn % 3 == 0))
                order.Announce(jobs[announced++]);
            else if (announced > 0)
                Arrive(jobs[turn % announced]);
        }

        public void Finish()
        {
            while (announced < jobs.Length)
                order.Announce(jobs[announced++]);
            foreach (var job in jobs.Reverse())
                Arrive(job);
        }

        private void Arrive(SpeechJob job)
        {
            var isNew = arrived.Add(job.Id);
            var given = order.Arrived(Result(job));
            Given.AddRange(given);
            if (!isNew)
                given.ShouldBeEmpty("a repeat");
            if (isNew && job.Stream is null)
                given.Select(result => result.Id).ShouldBe([job.Id], "nothing to wait for");
            WaitingOf(job.Stream?.Id).ShouldBe(0, "nothing is held back that could go");

            static SpeechResult Result(SpeechJob job) => job.Id.Length % 2 == 0 ? Jobs.Done(job.Id) : Jobs.Failed(job.Id);
        }

        /// <summary>How many of a stream have come, with all before them, and are not given.</summary>
        private int WaitingOf(string? stream)
        {
            var given = Given.Select(result => result.Id).ToHashSet();
            return jobs.Take(announced).Where(job => job.Stream is not null && job.Stream.Id == stream)
                .TakeWhile(job => arrived.Contains(job.Id)).Count(job => !given.Contains(job.Id));
        }
    }
}
