using System.CommandLine;
using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Cli;

/// <summary><c>tts publish</c>: jobs from JSON lines to the farm.</summary>
internal sealed class PublishCommand : TtsCommand
{
    private const int UsualInFlight = 256;

    private readonly CliContext context;
    private readonly Argument<string?> jobs = new("jobs")
    {
        Description = "A file with one job in JSON a line; without it or with - standard input.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<string?> replyTo = new("--reply-to")
    {
        Description = "The suffix the results are routed by, for 'tts results --suffix'.",
        HelpName = "SUFFIX",
    };
    private readonly Option<string?> queue = new("--queue")
    {
        Description = "Make the durable queue tts.reply.NAME first and have the results sent there, for 'tts results --queue'.",
        HelpName = "NAME",
    };
    private readonly Option<int?> inFlight = RangeOption.Of(
        "--in-flight", 1, 1000, $"How many publishes may wait for their confirms at once; {UsualInFlight} if not given.");
    private readonly Option<int?> priority = RangeOption.Of("--priority", 0, 9, "5 or more goes before bulk on brokers from 4.0.");
    private readonly Option<bool> json = new("--json") { Description = "Print each outcome as JSON; the default in a pipe." };

    public PublishCommand(CliContext context)
        : base(
            "publish",
            "Publishes jobs and prints what became of each; does not wait for results. Exits with 1 unless all were confirmed.",
            "tts publish jobs.jsonl --queue book && tts results --queue book --count 100",
            "echo '{\"id\":\"hello-1\",\"text\":\"你好。\"}' | tts publish --reply-to shell-1")
    {
        this.context = context;
        Arguments.Add(jobs);
        foreach (var option in (Option[])[replyTo, queue, inFlight, priority, json])
            Options.Add(option);
        Validators.Add(result =>
        {
            if (result.GetResult(replyTo) is not null && result.GetResult(queue) is not null)
                result.AddError("--reply-to and --queue exclude each other");
        });
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        using var input = OpenInput(line.GetValue(jobs) ?? "-");
        var suffix = line.GetValue(replyTo);
        if (suffix is not null && !JobRules.IsReplySuffix(suffix))
            throw new CommandFailedException(ExitCodes.Usage, "--reply-to must be 1 to 36 of a-z 0-9 -");
        await FarmCheck.EnsureAsync(context, context.Settings.Broker, cancellation);
        if (line.GetValue(queue) is { } name)
        {
            await ReplyQueues.MakeAsync(context, ReplyQueue.Durable(name), cancellation);
            suffix = name;
        }
        await using var publisher = new JobPublisher(context.ClientOptions with { Priority = line.GetValue(priority) }, suffix);
        var outcomes = new OutcomePrinter(context.Terminal, line.GetValue(json));
        var bounds = new ParallelOptions
        {
            MaxDegreeOfParallelism = line.GetValue(inFlight) ?? UsualInFlight,
            CancellationToken = cancellation,
        };
        await Parallel.ForEachAsync(
            JobLines.ReadAsync(input, cancellation), bounds, async (job, stop) => outcomes.Print(await PublishAsync(publisher, job, stop)));
        return outcomes.Close();
    }

    private TextReader OpenInput(string path)
    {
        if (path == "-")
            return context.Terminal.Input;
        return File.Exists(path) ? new StreamReader(path) : throw new CommandFailedException(ExitCodes.Usage, $"there is no file {path}");
    }

    private static async Task<PublishLine> PublishAsync(JobPublisher publisher, JobLine line, CancellationToken cancellation)
    {
        if (line.Reading is JobReading.Refused refused)
            return PublishLine.Invalid(refused.Id, refused.Problem, line.Number);
        var receipt = await publisher.PublishAsync(((JobReading.Accepted)line.Reading).Job, cancellation);
        return new PublishLine(line.Reading.Id, receipt.Outcome.ToString().ToLowerInvariant(), receipt.Detail);
    }
}
