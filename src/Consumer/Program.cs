using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;
using TtsConsumers.Consumer;
using TtsConsumers.Consumer.Health;

var settings = new ConfigurationBuilder().AddEnvironmentVariables("TTS_").AddCommandLine([.. args.Where(arg => arg != "--health-check")]).Build();
if (args.Contains("--health-check"))
    return await HealthProbe.AskAsync(settings["HEALTH"] ?? new HostSettings().Health);

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
    await using var host = HostSetup.Build(settings);
    await host.RunAsync();
    return Environment.ExitCode;
}
catch (OptionsValidationException error)
{
    return Refuse(error.Failures);
}
catch (AggregateException error) when (error.InnerExceptions.All(inner => inner is OptionsValidationException))
{
    return Refuse(error.InnerExceptions.Cast<OptionsValidationException>().SelectMany(inner => inner.Failures));
}

static int Refuse(IEnumerable<string> failures)
{
    foreach (var failure in failures)
        Console.Error.WriteLine(failure);
    return ExitCodes.BadSettings;
}
