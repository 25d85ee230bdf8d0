using Spectre.Console;

namespace TtsConsumers.Tests.Storm.View;

/// <summary>Events above, and below them one live line of how things stand.</summary>
/// <param name="screen">The terminal.</param>
/// <param name="live">The live line.</param>
public sealed class TerminalView(IAnsiConsole screen, StatusContext live) : IStormView
{
    public void Tell(string what) => screen.WriteLine(what);

    public void Show(string state) => live.Status(Markup.Escape(state));
}
