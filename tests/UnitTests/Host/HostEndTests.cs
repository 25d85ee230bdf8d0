using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using TtsConsumers.Consumer;
using TtsConsumers.Consumer.Health;
using TtsConsumers.Consumer.Intake;
using TtsConsumers.Speech;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Host;

/// <summary>What a host's process returns, with real hosts of .NET around services that fail.</summary>
public sealed class HostEndTests : IDisposable
{
    /// <summary>It is the whole process's.</summary>
    public void Dispose() => Environment.ExitCode = 0;

    [Fact]
    public async Task CodeAfter_AServiceThatFailed_SaysThatALoopIsLost() =>
        (await RunAsync(_ => throw new InvalidDataException("a fault of ours"))).ShouldBe(ExitCodes.LoopLost);

    [Fact]
    public async Task CodeAfter_AHostThatWasStopped_IsDrained() =>
        (await RunAsync(stopping => Task.Delay(Timeout.Infinite, stopping), lifetime => lifetime.StopApplication())).ShouldBe(ExitCodes.Drained);

    [Fact]
    public async Task Begin_Twice_TheFirstReasonCounts()
    {
        var code = await RunAsync(stopping => Task.Delay(Timeout.Infinite, stopping), lifetime =>
        {
            var end = new HostEnd(lifetime, NullLogger<HostEnd>.Instance);
            end.Begin(ExitCodes.DeviceLost, "the first");
            end.Begin(ExitCodes.ModelStuck, "the second");
        });

        code.ShouldBe(ExitCodes.DeviceLost);
    }

    [Fact]
    public async Task HostWatch_ALoopIsLost_EndsTheHostWithItsCode()
    {
        var status = new HostStatus(TimeProvider.System);
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(status)
            .AddSingleton<EngineSource>(_ => Task.FromCanceled<SpeechEngine>)
            .AddSingleton<HostEnd>().AddSingleton<VoiceLoader>().AddHostedService<HostWatch>();
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);

        await status.Loops.KeepAsync("lane 1", Task.CompletedTask, mayEnd: () => false);
        await host.WaitForShutdownAsync(TestContext.Current.CancellationToken);

        Environment.ExitCode.ShouldBe(ExitCodes.LoopLost);
    }

    private static async Task<int> RunAsync(Func<CancellationToken, Task> doing, Action<IHostApplicationLifetime>? once = null)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddHostedService(_ => new Doing(doing));
        using var host = builder.Build();
        var services = host.Services.GetServices<IHostedService>().ToList();
        var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
        await using var started = lifetime.ApplicationStarted.Register(() => once?.Invoke(lifetime));
        await host.RunAsync(TestContext.Current.CancellationToken);
        return HostEnd.CodeAfter(services);
    }

    private sealed class Doing(Func<CancellationToken, Task> doing) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => doing(stoppingToken);
    }
}
