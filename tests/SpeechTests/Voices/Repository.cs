namespace TtsConsumers.Tests.SpeechTests.Voices;

/// <summary>Where the tests find the repository's data: upwards from where they run.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Models { get; } = Path.Combine(Root, "models");

    public static string Lexicon { get; } = Path.Combine(Root, "lexicon");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TtsConsumers.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("the tests do not run inside the repository");
        }

        return folder.FullName;
    }
}
