using System.Globalization;
using System.Text;

namespace TtsConsumers.Bench.Figures;

/// <summary>Draws the busy ratio against lanes, and throughput against instances and batch, as bars with their spread, in SVG.</summary>
internal static class Picture
{
    private const int Width = 360;
    private const int Height = 260;
    private const int Left = 48;
    private const int Top = 40;
    private const int Bottom = 210;

    /// <summary>Draws what there is.</summary>
    /// <returns><see langword="null"/> where neither was measured.</returns>
    public static string? Of(Report report)
    {
        List<(string Title, string Unit, IReadOnlyList<(string Label, Figure Figure)> Bars, double Most)> panels = [];
        var busy = Bars(report, "busy.k", name => $"k = {name}");
        if (busy.Count > 0)
            panels.Add(("Time in the model while jobs wait (50 ms jobs, 15 ms store)", "%", busy, 100));
        var grid = Bars(report, "farm-bare.i", name => $"{name[0]}×{name[2..]}");
        if (grid.Count > 0)
            panels.Add(("Throughput of the default voice, instances × batch", "audio s/s", grid, Ceiling(grid.Max(bar => bar.Figure.Max))));
        if (panels.Count == 0)
            return null;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width * panels.Count}\" height=\"{Height}\" font-family=\"sans-serif\" font-size=\"11\">\n");
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        for (var i = 0; i < panels.Count; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({i * Width},0)\">\n");
            Draw(svg, panels[i].Title, panels[i].Unit, panels[i].Bars, panels[i].Most);
            svg.Append("</g>\n");
        }
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"8\" y=\"{Height - 8}\" fill=\"#666\">{Escape(report.Machine.Cpu)}, {report.Machine.Cores} cores; median, line from minimum to maximum</text>\n");
        return svg.Append("</svg>\n").ToString();
    }

    private static List<(string Label, Figure Figure)> Bars(Report report, string prefix, Func<string, string> label) =>
        [.. report.Figures.Where(figure => figure.Name.StartsWith(prefix, StringComparison.Ordinal)).Select(figure => (label(figure.Name[prefix.Length..]), figure))];

    private static void Draw(StringBuilder svg, string title, string unit, IReadOnlyList<(string Label, Figure Figure)> bars, double most)
    {
        double Y(double value) => Bottom - ((Bottom - Top) * value / most);
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"8\" y=\"16\" font-size=\"12\">{Escape(title)}</text>\n<text x=\"8\" y=\"{Top - 8}\" fill=\"#666\">{unit}</text>\n");
        for (var step = 0; step <= 4; step++)
        {
            var value = most * step / 4;
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{Width - 12}\" y1=\"{Y(value):0.#}\" y2=\"{Y(value):0.#}\" stroke=\"#ddd\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 6}\" y=\"{Y(value) + 4:0.#}\" text-anchor=\"end\">{value:0.##}</text>\n");
        }
        var slot = (Width - 12.0 - Left) / bars.Count;
        for (var i = 0; i < bars.Count; i++)
        {
            var (label, figure) = bars[i];
            var middle = Left + (slot * (i + 0.5));
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{middle - (slot * 0.3):0.#}\" width=\"{slot * 0.6:0.#}\" y=\"{Y(figure.Median):0.#}\" height=\"{Bottom - Y(figure.Median):0.#}\" fill=\"#4878a8\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{middle:0.#}\" x2=\"{middle:0.#}\" y1=\"{Y(figure.Min):0.#}\" y2=\"{Y(figure.Max):0.#}\" stroke=\"#222\" stroke-width=\"2\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{middle:0.#}\" y=\"{Bottom + 16}\" text-anchor=\"middle\">{label}</text>\n<text x=\"{middle:0.#}\" y=\"{Bottom - 6}\" text-anchor=\"middle\" fill=\"white\">{Number.Of(figure.Median)}</text>\n");
        }
    }

    private static double Ceiling(double value) => Math.Ceiling(value * 1.1);

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
