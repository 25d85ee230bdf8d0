using System.Diagnostics;
using System.Text.Json;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Tests.Kit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary><c>tts publish</c> in a process of its own, fed line by line, so that it can be killed between two.</summary>
internal sealed class ProducerProcess : IAsyncDisposable
{
    private readonly Process process;

    private ProducerProcess(Process process) => this.process = process;

    /// <param name="broker">The producer's address.</param>
    public static ProducerProcess Start(string broker)
    {
        string[] arguments = [Path.Combine(Clone.Artifacts("Producer"), "TtsConsumers.Producer.dll"), "publish", "--reply-to", Ledger.Suffix, "--json"];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["TTS_BROKER_PRODUCER"] = broker;
        return new ProducerProcess(Process.Start(start)!);
    }

    /// <summary>Hands it a job; what becomes of that is another matter.</summary>
    public async Task WriteAsync(SpeechJob job)
    {
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(job, ContractJson.Job));
        await process.StandardInput.FlushAsync();
    }

    /// <summary>What it says became of the next job.</summary>
    public async Task<string> OutcomeAsync(CancellationToken cancellation)
    {
        var line = await process.StandardOutput.ReadLineAsync(cancellation) ?? throw new InvalidOperationException("the producer ended");
        return JsonDocument.Parse(line).RootElement.GetProperty("outcome").GetString()!;
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }
}
