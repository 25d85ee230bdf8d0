using Shouldly;
using Xunit;

namespace TtsConsumers.Tests.ArchitectureTests;

/// <summary>The parts of the house style a test can see.</summary>
public sealed class HouseStyleTests
{
    private static readonly string[] NoNouns = ["Manager", "Helper", "Util", "Utils", "Service"];

    [Fact]
    public void Files_InSrc_AreNamedForTheDomain() =>
        Repository.Sources("src").Select(Path.GetFileNameWithoutExtension)
            .Where(name => NoNouns.Any(noun => name!.EndsWith(noun, StringComparison.Ordinal)))
            .ShouldBeEmpty();

    [Fact]
    public void Files_InSrc_StayUnder250Lines() =>
        Repository.Sources("src").Where(file => File.ReadLines(file).Count() > 250)
            .Select(file => Path.GetRelativePath(Repository.Root, file))
            .ShouldBeEmpty();

    [Fact]
    public void Pragmas_InSrc_AreTheException() =>
        Repository.Sources("src").Sum(file => File.ReadLines(file).Count(line => line.TrimStart().StartsWith("#pragma", StringComparison.Ordinal)))
            .ShouldBeLessThanOrEqualTo(10);

    [Fact]
    public void Conditionals_InSrc_AreNone() =>
        Repository.Sources("src").Where(file => File.ReadLines(file).Any(line => line.TrimStart().StartsWith("#if", StringComparison.Ordinal)))
            .ShouldBeEmpty();

    [Fact]
    public void Regions_InSrc_AreNone() =>
        Repository.Sources("src").Where(file => File.ReadLines(file).Any(line => line.TrimStart().StartsWith("#region", StringComparison.Ordinal)))
            .ShouldBeEmpty();
}
