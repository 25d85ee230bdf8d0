using Spectre.Console;
using TtsConsumers.Producer.Client.DeadLetters;

namespace TtsConsumers.Producer.Cli.DeadLetters;

/// <summary>A bar while letters are worked on, where somebody looks on.</summary>
/// <param name="terminal">Where it is seen.</param>
/// <param name="json">Whether JSON is asked for, and no bar.</param>
internal sealed class LetterBar(Terminal terminal, bool json)
{
    /// <summary>Shows the progress of some work.</summary>
    /// <param name="title">What is being done.</param>
    /// <param name="work">The work; it is given what it calls to tell how far it is.</param>
    public async Task<T> TrackAsync<T>(string title, Func<Action<LetterProgress>?, Task<T>> work)
    {
        if (!terminal.IsInteractive || json)
            return await work(null);
        return await terminal.Screen.Progress().HideCompleted(false)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask(title);
                return await work(state =>
                {
                    bar.MaxValue = Math.Max(state.Of, 1);
                    bar.Value = state.Done;
                });
            });
    }
}
