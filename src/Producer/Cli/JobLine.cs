using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Cli;

/// <summary>One line of jobs, read as a host would read it.</summary>
/// <param name="Number">The line, from 1.</param>
/// <param name="Reading">The job, or what is wrong with it.</param>
internal sealed record JobLine(long Number, JobReading Reading);
