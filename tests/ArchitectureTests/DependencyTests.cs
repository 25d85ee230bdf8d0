using System.Reflection;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace TtsConsumers.Tests.ArchitectureTests;

/// <summary>Dependencies point one way, between assemblies and between the rooms inside them.</summary>
public sealed partial class DependencyTests
{
    [Theory]
    [InlineData("Shared", "")]
    [InlineData("Speech", "")]
    [InlineData("Consumer", "Shared Speech")]
    [InlineData("Producer", "Shared Speech")]
    public void Assembly_References_OnlyWhatItMay(string assembly, string allowed) =>
        Assembly.Load($"TtsConsumers.{assembly}").GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith("TtsConsumers.", StringComparison.Ordinal))
            .Select(name => name["TtsConsumers.".Length..])
            .ShouldBeSubsetOf(allowed.Split(' '));

    /// <summary>A room may name itself and the rooms listed; a room that is not listed here fails, so that new ones are placed on purpose.</summary>
    [Theory]
    [InlineData("src/Shared/Contracts", "")]
    [InlineData("src/Shared/Storage", "")]
    [InlineData("src/Shared/Topology", "Shared.Contracts Shared.Broker")]
    [InlineData("src/Shared/Broker", "Shared.Contracts Shared.Topology")]
    [InlineData("src/Speech/Text", "")]
    [InlineData("src/Speech/Audio", "Speech.Inference")]
    [InlineData("src/Speech/Inference", "Speech.Audio Speech.Voices")]
    [InlineData("src/Speech/Voices", "Speech.Audio Speech.Inference Speech.Text")]
    [InlineData("src/Consumer/InHand", "Shared Speech")]
    [InlineData("src/Consumer/Settlement", "Consumer.InHand Shared")]
    [InlineData("src/Consumer/Pipeline", "Consumer.InHand Consumer.Settlement Shared Speech")]
    [InlineData("src/Consumer/Health", "Consumer.InHand Consumer.Settlement Shared")]
    [InlineData("src/Consumer/Intake", "Consumer.InHand Consumer.Pipeline Consumer.Settlement Consumer.Health Shared Speech")]
    [InlineData("src/Producer/Client", "Shared")]
    [InlineData("src/Producer/Cli", "Producer.Client Shared Speech")]
    public void Room_Names_OnlyTheRoomsItMay(string room, string allowed)
    {
        var self = room["src/".Length..].Replace('/', '.');
        string[] may = [self, .. allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

        var wrong = Repository.Sources(room)
            .SelectMany(file => Named(File.ReadAllText(file)).Select(name => (File: Path.GetRelativePath(Repository.Root, file), Name: name)))
            .Where(use => !may.Any(ok => use.Name == ok || use.Name.StartsWith(ok + ".", StringComparison.Ordinal)));

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Rooms_InSrc_AreAllPlacedAbove()
    {
        var placed = typeof(DependencyTests).GetMethod(nameof(Room_Names_OnlyTheRoomsItMay))!.GetCustomAttributes<InlineDataAttribute>()
            .Select(data => (string)data.Data[0]!);
        var there = Directory.GetDirectories(Path.Combine(Repository.Root, "src")).SelectMany(Directory.GetDirectories)
            .Select(folder => Path.GetRelativePath(Repository.Root, folder))
            .Where(folder => !folder.EndsWith("/obj", StringComparison.Ordinal) && !folder.EndsWith("/bin", StringComparison.Ordinal)
                && !folder.EndsWith("/Properties", StringComparison.Ordinal));

        there.ShouldBe(placed, ignoreOrder: true);
    }

    private static IEnumerable<string> Named(string source) => Name().Matches(source)
        .Where(match => !match.Value.StartsWith("namespace", StringComparison.Ordinal))
        .Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"(namespace\s+)?TtsConsumers\.(?<name>[A-Z][A-Za-z]*(\.[A-Z][A-Za-z]*)?)")]
    private static partial Regex Name();
}
