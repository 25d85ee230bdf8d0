namespace TtsConsumers.Tests.Kit;

/// <summary>The clone the tests were built from.</summary>
public static class Clone
{
    /// <summary>Its root folder.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Where a project's built program lies, in the configuration the tests were built in.</summary>
    public static string Artifacts(string project) =>
        Path.Combine(Root, "artifacts", "bin", project, new DirectoryInfo(AppContext.BaseDirectory).Name);

    private static string Find(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "TtsConsumers.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("the tests must run inside a clone");
    }
}
