using System.Text.Json;
using System.Xml.Linq;
using Shouldly;
using TtsConsumers.Bench;
using TtsConsumers.Bench.Figures;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Bench;

/// <summary>What the bench makes of its numbers.</summary>
public sealed class ReportTests : IDisposable
{
    private static readonly Machine Here = new("A <fast> processor", 2, 25.3, "Debian", 0.5);
    private static readonly DateTimeOffset Day = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    private readonly string docs = Directory.CreateTempSubdirectory("tts-bench-").FullName;

    public void Dispose() => Directory.Delete(docs, recursive: true);

    [Theory]
    [InlineData(true, 98, 98, true)]
    [InlineData(true, 98, 97.9, false)]
    [InlineData(true, 98, double.NaN, false)]
    [InlineData(false, 3, 3, true)]
    [InlineData(false, 3, 3.01, false)]
    [InlineData(false, 3, double.NaN, false)]
    public void Goal_IsMet_FromItsBoundOn(bool least, double bound, double figure, bool met) =>
        (least ? Goal.AtLeast(bound) : Goal.AtMost(bound)).IsMetBy(figure).ShouldBe(met);

    [Fact]
    public void Figure_IsJudgedByItsMedian()
    {
        var figure = new Figure("start", "s", [9, 2.5, 2.4, 2.6, 2.7], Goal.AtMost(3));

        (figure.Min, figure.Median, figure.Max).ShouldBe((2.4, 2.6, 9));
        figure.IsMet.ShouldBeTrue();
        (figure with { Rounds = [2.4, 3.1, 3.2, 2.5] }).Median.ShouldBe(2.8);
        (figure with { Rounds = [2, 3.1, 3.2] }).IsMet.ShouldBeFalse();
    }

    [Fact]
    public void Quantile_IsTheValueBelowWhichTheShareLies()
    {
        var values = Enumerable.Range(1, 200).Select(number => (double)number).Reverse().ToList();

        Figure.Quantile(values, 0.5).ShouldBe(100);
        Figure.Quantile(values, 0.99).ShouldBe(198);
        Figure.Quantile([7], 0.99).ShouldBe(7);
    }

    [Fact]
    public void Json_HasWhatToolsRead()
    {
        var root = JsonDocument.Parse(Report().ToJson()).RootElement;

        root.GetProperty("machine").GetProperty("cores").GetInt32().ShouldBe(2);
        root.GetProperty("versions").GetProperty("rabbitmq").GetString().ShouldBe("3.10.8");
        var figures = root.GetProperty("figures").EnumerateArray().ToList();
        figures.Select(figure => figure.GetProperty("name").GetString()).ShouldBe(["busy.k1", "busy.k2", "farm-bare.i2b16"]);
        figures[0].GetProperty("goal").ValueKind.ShouldBe(JsonValueKind.Null);
        figures[0].GetProperty("met").GetBoolean().ShouldBeTrue();
        figures[1].GetProperty("unit").GetString().ShouldBe("%");
        figures[1].GetProperty("min").GetDouble().ShouldBe(90);
        figures[1].GetProperty("median").GetDouble().ShouldBe(97);
        figures[1].GetProperty("max").GetDouble().ShouldBe(99);
        figures[1].GetProperty("rounds").GetInt32().ShouldBe(3);
        figures[1].GetProperty("goal").GetDouble().ShouldBe(98);
        figures[1].GetProperty("met").GetBoolean().ShouldBeFalse();
        Report().IsMet.ShouldBeFalse();
    }

    [Fact]
    public void Page_GetsTheTableBetweenItsMarks_AndKeepsTheRest()
    {
        var page = Path.Combine(docs, "PERFORMANCE.md");
        File.WriteAllText(page, "# Performance\n<!-- bench: begin -->\nthe run before\n<!-- bench: end -->\nbelow\n");

        PerformancePage.Write(docs, Report(), Day);

        var text = File.ReadAllText(page);
        text.ShouldStartWith("# Performance\n<!-- bench: begin -->\n2026-11-23: A <fast> processor, 2 cores");
        text.ShouldContain("| busy.k2 | 90.0 | 97.0 | 99.0 | % | 3 | ≥ 98.0 | **no** |");
        text.ShouldEndWith("<!-- bench: end -->\nbelow\n");
        text.ShouldNotContain("the run before");
        XDocument.Load(Path.Combine(docs, "performance.svg")).Root!.Descendants().Select(element => element.Value).ShouldContain("2×16");
    }

    [Fact]
    public void Page_WithoutItsMarks_IsLeftAlone()
    {
        var page = Path.Combine(docs, "PERFORMANCE.md");
        File.WriteAllText(page, "# Performance\n");

        Should.Throw<BenchException>(() => PerformancePage.Write(docs, Report(), Day)).Message.ShouldContain("<!-- bench: begin -->");
        File.ReadAllText(page).ShouldBe("# Performance\n");
    }

    [Fact]
    public void Chosen_IsWhatWasNamed_AndWithoutANameAllButSoak()
    {
        BenchRun.Chosen(["start", "busy"]).Select(one => one.Name).ShouldBe(["busy", "start"]);
        BenchRun.Chosen([]).Select(one => one.Name).ShouldBe(
            ["farm-bare", "busy", "overhead", "broker", "publish", "front-end", "encode", "start", "memory", "scale"]);
        BenchRun.Chosen(["soak"]).Single().Name.ShouldBe("soak");
    }

    private static Report Report() => new(
        Here,
        new Dictionary<string, string> { ["rabbitmq"] = "3.10.8" },
        [
            new Figure("busy.k1", "%", [70, 71], null),
            new Figure("busy.k2", "%", [99, 90, 97], Goal.AtLeast(98)),
            new Figure("farm-bare.i2b16", "audio s/s", [2.5], null),
        ]);
}
