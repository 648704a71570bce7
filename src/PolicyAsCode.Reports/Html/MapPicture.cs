using PolicyAsCode.Reports.Model;
using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Reports.Html;

/// <summary>Draws the map: an inline picture whose places lead to their rows in the tables.</summary>
internal static class MapPicture
{
    // As many as the style sheet has.
    private const int Colours = 12;

    private static readonly string[] s_anchors = ["data", "register", "recipient"];

    /// <summary>Draws it.</summary>
    public static void Write(DataMap map, PageWriter page)
    {
        var layout = new MapLayout(map);
        var html = page.Html;
        html.Open("svg", ("class", "flows"), ("viewBox", $"0 0 {Number(MapLayout.Width)} {Number(layout.Height)}"),
            ("role", "group"), ("aria-label", page.Say("Map.Label", map.Places.Length, map.Flows.Length))).Line();
        foreach (var column in new[] { MapColumn.Data, MapColumn.Purpose, MapColumn.Recipient })
            if (map.Places.Any(place => place.Column == column))
                html.Element("text", page.Say($"Map.{column}"), ("class", "head"), ("y", "16"),
                    ("x", Number(MapLayout.LeftOf(column) + (column == MapColumn.Data ? MapLayout.Bar : 0))),
                    ("text-anchor", column == MapColumn.Data ? "end" : "start")).Line();
        Flows(map, layout, html);
        for (var i = 0; i < map.Places.Length; i++)
            Place(i, map, layout, page);
        html.Close("svg").Line();
    }

    private static void Flows(DataMap map, MapLayout layout, HtmlText html)
    {
        html.Open("g", ("class", "ribbons"), ("aria-hidden", "true")).Line();
        foreach (var (flow, from, to, thickness) in layout.Flows())
        {
            var left = layout.LeftOf(flow.From) + MapLayout.Bar;
            var right = layout.LeftOf(flow.To);
            var middle = Number((left + right) / 2d);
            html.Open("path",
                ("class", map.Places[flow.To].IsController ? "stays" : map.Places[flow.From].Column == MapColumn.Data ? Colour(flow.From, map) : "to"),
                ("d", $"M{Number(left)} {Number(from)}C{middle} {Number(from)} {middle} {Number(to)} {Number(right)} {Number(to)}"),
                ("stroke-width", Number(thickness)), ("data-from", Number(flow.From)), ("data-to", Number(flow.To))).Close("path").Line();
        }
        html.Close("g").Line();
    }

    private static void Place(int i, DataMap map, MapLayout layout, PageWriter page)
    {
        var html = page.Html;
        var place = map.Places[i];
        var left = layout.LeftOf(i);
        if (layout.BeginsGroup(i))
            html.Element("text", place.Group.Label, ("class", $"group {Colour(i, map)}"), ("x", Number(left + MapLayout.Bar)),
                ("y", Number(layout.TopOf(i) - 6)), ("text-anchor", "end")).Line();

        var row = place.IsController ? null : page.RowOf(s_anchors[(int)place.Column], place.Name.Key);
        var tag = row is null ? "g" : "a";
        html.Open(tag, ("class", "place"), ("href", row), ("data-place", Number(i)));
        html.Open("rect",
            ("class", place.IsController ? "stays" : place.Column switch { MapColumn.Data => Colour(i, map), MapColumn.Purpose => "for", _ => "to" }),
            ("x", Number(left)), ("y", Number(layout.TopOf(i))), ("width", Number(MapLayout.Bar)), ("height", Number(layout.SizeOf(i))),
            ("rx", "2")).Close("rect");
        var toTheLeft = place.Column == MapColumn.Data;
        html.Element("text", place.Name.Label, ("x", Number(toTheLeft ? left - 7 : left + MapLayout.Bar + 7)),
            ("y", Number(layout.TopOf(i) + layout.SizeOf(i) / 2 + 4.5)), ("text-anchor", toTheLeft ? "end" : "start"));
        html.Element("title", place.Name.Key).Close(tag).Line();
    }

    // By group, in the order in which they come: neighbours never have the same.
    private static string Colour(int place, DataMap map)
    {
        var colour = map.Places.Take(place + 1).Where(one => one.Column == MapColumn.Data).Select(one => one.Group).Distinct().Count() - 1;
        return "c" + ReportWords.Number(colour % Colours);
    }

    private static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
