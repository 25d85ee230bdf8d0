using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using TtsConsumers.Producer.Cli;
using TtsConsumers.Producer.Client;

// Chinese text must come out whole also where the locale says otherwise.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Console.InputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

using var stop = new CancellationTokenSource();
void OnSignal(PosixSignalContext signal)
{
    // The first signal ends the command cleanly; who sends a second one does not want to wait.
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, OnSignal);

var settings = new ConfigurationBuilder().AddEnvironmentVariables("TTS_").Build();
using var loggers = LoggerFactory.Create(logging => logging
    .SetMinimumLevel(settings.GetValue("LOG", LogLevel.Error))
    .AddSimpleConsole(console => console.SingleLine = true)
    .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
var surroundings = new Surroundings(TimeProvider.System, new Random(), loggers);
return await new Shell(new CliContext(new CliSettings(settings), Terminal.OfProcess(), surroundings)).RunAsync(args, stop.Token);
