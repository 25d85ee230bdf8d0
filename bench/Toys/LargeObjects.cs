using System.Diagnostics.Tracing;
using System.Globalization;

namespace TtsConsumers.Bench.Toys;

/// <summary>Counts what goes to the large object heap, as the collector's own events tell it: one for every 100 KB or so of such objects.</summary>
internal sealed class LargeObjects : EventListener
{
    private const EventKeywords Collector = (EventKeywords)1;
    private const uint LargeKind = 1;

    private long bytes;

    public long Bytes => Interlocked.Read(ref bytes);

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
            EnableEvents(eventSource, EventLevel.Verbose, Collector);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName?.StartsWith("GCAllocationTick", StringComparison.Ordinal) != true)
            return;
        var kind = eventData.PayloadNames!.IndexOf("AllocationKind");
        var amount = eventData.PayloadNames!.IndexOf("AllocationAmount64");
        if (Convert.ToUInt32(eventData.Payload![kind], CultureInfo.InvariantCulture) == LargeKind)
            Interlocked.Add(ref bytes, Convert.ToInt64(eventData.Payload[amount], CultureInfo.InvariantCulture));
    }
}
