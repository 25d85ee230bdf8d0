using TtsConsumers.Tests.Kit.Hosts;

namespace TtsConsumers.Tests.Storm.Watch;

/// <summary>What processes hold.</summary>
/// <param name="Mib">Their memory, in MiB.</param>
/// <param name="Handles">Files, sockets and the like.</param>
/// <param name="Threads">Threads.</param>
public sealed record Footprint(long Mib, int Handles, int Threads)
{
    /// <summary>Looks at processes of this machine; one that is gone holds nothing.</summary>
    public static Footprint Of(IEnumerable<int> processIds)
    {
        ProcessLook[] looks = [.. processIds.Select(Look).OfType<ProcessLook>()];
        return new(looks.Sum(look => look.ResidentBytes) / (1024 * 1024), looks.Sum(look => look.Handles), looks.Sum(look => look.Threads));
    }

    public override string ToString() => $"{Mib} MiB, {Handles} handles, {Threads} threads";

    private static ProcessLook? Look(int processId)
    {
        try
        {
            return ProcessLook.At(processId);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
