namespace TtsConsumers.Bench;

/// <summary>Says on standard error what is being measured: one line that changes on a terminal, a line each elsewhere.</summary>
internal sealed class Progress
{
    private readonly TimeProvider time = TimeProvider.System;
    private readonly long started;
    private readonly bool terminal = !Console.IsErrorRedirected;

    public Progress() => started = time.GetTimestamp();

    public void Say(string what)
    {
        var line = $"[{time.GetElapsedTime(started):mm\\:ss}] {what}";
        Console.Error.Write(terminal ? $"\r\e[K{line} …" : $"{line}\n");
    }

    public void Clear()
    {
        if (terminal)
            Console.Error.Write("\r\e[K");
    }
}
