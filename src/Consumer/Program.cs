using System.Runtime.InteropServices;
using TtsConsumers.Consumer;
using TtsConsumers.Consumer.Health;

var configuration = new ConfigurationBuilder().AddEnvironmentVariables("TTS_").AddCommandLine([.. args.Where(arg => arg != "--health-check")]).Build();
if (args.Contains("--health-check"))
    return await HealthProbe.AskAsync(configuration["HEALTH"] ?? new HostSettings().Health);

// The first signal drains; who sends a second one does not want to wait.
var signals = 0;
void OnSignal(PosixSignalContext context)
{
    if (Interlocked.Increment(ref signals) > 1)
        Environment.Exit(ExitCodes.Forced);
}
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);

try
{
    await using var host = HostSetup.Build(CheckedSettings.Read(configuration));
    var services = host.Services.GetServices<IHostedService>();
    await host.RunAsync();
    return HostEnd.CodeAfter(services);
}
catch (SettingsException error)
{
    foreach (var sentence in error.Errors)
        await Console.Error.WriteLineAsync(sentence);
    return ExitCodes.BadSettings;
}
catch (IOException error) when (error.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    await Console.Error.WriteLineAsync($"TTS_HEALTH: {error.Message}; give another port, or 0 for a free one");
    return ExitCodes.BadSettings;
}
