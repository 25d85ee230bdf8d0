using TtsConsumers.Consumer.Health;
using TtsConsumers.Consumer.InHand;
using TtsConsumers.Consumer.Pipeline;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Speech;
using TtsConsumers.Speech.Inference;

namespace TtsConsumers.Consumer.Intake;

/// <summary>Makes the lanes of a host.</summary>
/// <param name="settings">How many, and how long one may be idle while its queue is not.</param>
/// <param name="filing">The store.</param>
/// <param name="runner">Takes a job to its settlement.</param>
/// <param name="host">Where lanes are announced and settlements counted.</param>
/// <param name="stopPoint">The fault tests' hook.</param>
/// <param name="surroundings">Clock, chance and log.</param>
public sealed class LaneFactory(
    HostSettings settings, AudioFiling filing, JobRunner runner, HostStatus host, StopPoint stopPoint, Surroundings surroundings)
{
    /// <summary>Makes them, and announces those that speak.</summary>
    /// <param name="engine">A loaded and warm voice.</param>
    public LaneSet Make(SpeechEngine engine)
    {
        var planner = new JobPlanner(engine.Catalogue, engine.FrontEnd, new JobReader(settings.TextLimit), settings.GainDb);
        List<Lane> speaking = [];
        List<LaneStatus> statuses = [];
        for (var instance = 0; instance < engine.Instances.Count; instance++)
        {
            for (var lane = 0; lane < settings.LanesFor(engine.Batch); lane++)
            {
                statuses.Add(new LaneStatus(statuses.Count + 1, instance + 1));
                speaking.Add(Make(Queues.Jobs, Work(engine, planner, instance, alone: false), statuses[^1]));
            }
        }
        host.Announce(statuses, engine.Instances.Select<ModelInstance, Func<TimeSpan>>(instance => () => instance.Clock.Busy));
        return new LaneSet(
            speaking,
            Make(Queues.DeadNotices, new NoticeWork(planner, filing), new LaneStatus(0, 0)),
            Make(Queues.Quarantine, Work(engine, planner, instance: 0, alone: true), new LaneStatus(0, 1)),
            host,
            settings.IdleTime,
            surroundings);
    }

    private SpeakingWork Work(SpeechEngine engine, JobPlanner planner, int instance, bool alone) =>
        new(planner, new Voicing(engine, instance, surroundings.Time), filing, surroundings.Time, alone);

    private Lane Make(string queue, IJobWork work, LaneStatus status) => new(queue, work, runner, status, host, stopPoint, surroundings);
}
