using System.CommandLine;
using System.CommandLine.Parsing;
using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Cli;

/// <summary><c>tts results</c>: results as JSON lines.</summary>
internal sealed class ResultsCommand : TtsCommand
{
    private readonly CliContext context;
    private readonly Option<string?> suffix = new("--suffix")
    {
        Description = "Listen, from now on, to results of jobs with this reply_to.",
        HelpName = "SUFFIX",
    };
    private readonly Option<string?> queue = new("--queue")
    {
        Description = "Read the durable queue tts.reply.NAME, made if it is not there.",
        HelpName = "NAME",
    };
    private readonly Option<int?> count = RangeOption.Of(
        "--count", 0, int.MaxValue, "Stop after so many; the rest stays in a durable queue. 0 only makes the queue.");
    private readonly Option<double?> timeout = RangeOption.Of(
        "--timeout", 0, 1e6, "Stop after so many seconds; exits with 1 where --count was not reached.", "SECONDS");
    private readonly Option<bool> all = new("--all") { Description = "Print repeats too." };

    public ResultsCommand(CliContext context)
        : base(
            "results",
            "Prints results as JSON lines, each taken off the queue once printed. Without --count and --timeout it goes on until Ctrl-C.",
            "tts results --suffix shell-1 --count 1 --timeout 60",
            "tts results --queue book --count 100 | jq -r .audio.uri")
    {
        this.context = context;
        foreach (var option in (Option[])[suffix, queue, count, timeout, all])
            Options.Add(option);
        Validators.Add(Check);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var (time, chance, _) = context.Surroundings;
        var reply = line.GetValue(queue) is { } name ? ReplyQueue.Durable(name) : ReplyQueue.Private(line.GetValue(suffix)!, chance);
        await FarmCheck.EnsureAsync(context, context.Settings.Broker, cancellation);
        var printer = new ResultPrinter(context.Terminal.Output, line.GetValue(count), line.GetValue(all));
        var broker = new BrokerOptions { Broker = context.Settings.Broker };
        await using var collector = await ResultCollector.StartAsync(broker, reply, printer, context.Surroundings, cancellation);
        await context.Terminal.Error.WriteLineAsync($"listening for results of reply_to '{reply.Suffix}'".AsMemory(), cancellation);
        var limit = line.GetValue(timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : Timeout.InfiniteTimeSpan;
        try
        {
            await printer.Enough.WaitAsync(limit, time, cancellation);
            return ExitCodes.Ok;
        }
        catch (TimeoutException)
        {
            return line.GetValue(count) is null ? ExitCodes.Ok : ExitCodes.Failed;
        }
    }

    private void Check(CommandResult result)
    {
        var given = (string?[])[result.GetValue(suffix), result.GetValue(queue)];
        if (given.Count(name => name is not null) != 1)
            result.AddError("give either --suffix or --queue");
        else if (!given.Any(JobRules.IsReplySuffix))
            result.AddError("--suffix and --queue must be 1 to 36 of a-z 0-9 -");
    }
}
