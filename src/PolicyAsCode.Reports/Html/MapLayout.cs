using PolicyAsCode.Reports.Model;

namespace PolicyAsCode.Reports.Html;

/// <summary>Where the places of a map stand, and how thick what flows between them is.</summary>
internal sealed class MapLayout
{
    /// <summary>The width of the picture.</summary>
    public const int Width = 1120;

    /// <summary>The width of a place.</summary>
    public const int Bar = 12;

    private const double Smallest = 15;
    private const double Gap = 5;
    private const double GroupGap = 24;
    private const double Top = 34;
    private const double Bottom = 12;
    private const double Thick = 7;
    private const double Thin = 1.6;
    private const double Wanted = 520;

    private static readonly int[] s_lefts = [250, 560, 862];

    private readonly double[] _tops;
    private readonly double[] _sizes;
    private readonly DataMap _map;

    /// <summary>Lays a map out.</summary>
    public MapLayout(DataMap map)
    {
        _map = map;
        _tops = new double[map.Places.Length];
        _sizes = new double[map.Places.Length];
        var into = new int[map.Places.Length];
        var outOf = new int[map.Places.Length];
        foreach (var flow in map.Flows)
        {
            outOf[flow.From] += flow.Weight;
            into[flow.To] += flow.Weight;
        }
        var all = Math.Max(1, map.Places.Select((place, i) => place.Column == MapColumn.Data ? outOf[i] : 0).Sum());
        Unit = Math.Max(Thin, Math.Min(Thick, Wanted / all));
        for (var i = 0; i < _sizes.Length; i++)
            _sizes[i] = Math.Max(Smallest, Math.Max(into[i], outOf[i]) * Unit);

        Height = Top + Columns().Max(column => Inner(column, Gap)) + Bottom;
        foreach (var column in Columns())
            Place(column);
    }

    /// <summary>The height of the picture.</summary>
    public double Height { get; }

    /// <summary>How thick a flow of one category is.</summary>
    public double Unit { get; }

    /// <summary>The left edge of a place.</summary>
    public int LeftOf(int place) => s_lefts[(int)_map.Places[place].Column];

    /// <summary>The left edge of a column.</summary>
    public static int LeftOf(MapColumn column) => s_lefts[(int)column];

    /// <summary>The upper edge of a place.</summary>
    public double TopOf(int place) => _tops[place];

    /// <summary>The height of a place.</summary>
    public double SizeOf(int place) => _sizes[place];

    /// <summary>Whether a group of categories begins at a place.</summary>
    public bool BeginsGroup(int place) => _map.Places[place].Column == MapColumn.Data && !_map.IsGrouped
        && (place == 0 || _map.Places[place - 1].Group != _map.Places[place].Group);

    /// <summary>The flows, each with the middle of both its ends; those at one place lie side by side.</summary>
    public IEnumerable<(MapFlow Flow, double From, double To, double Thickness)> Flows()
    {
        var outOf = new double[_tops.Length];
        var into = new double[_tops.Length];
        foreach (var flow in _map.Flows)
        {
            var thickness = flow.Weight * Unit;
            yield return (flow, _tops[flow.From] + outOf[flow.From] + thickness / 2, _tops[flow.To] + into[flow.To] + thickness / 2, thickness);
            outOf[flow.From] += thickness;
            into[flow.To] += thickness;
        }
    }

    private IEnumerable<int[]> Columns() => _map.Places.Select((place, i) => (place.Column, Index: i))
        .GroupBy(one => one.Column).Select(same => same.Select(one => one.Index).ToArray());

    private double Inner(int[] column, double gap) => column.Sum(place => _sizes[place] + Before(place, column, gap));

    private double Before(int place, int[] column, double gap) =>
        BeginsGroup(place) ? GroupGap : place == column[0] ? 0 : gap;

    // A column with few places spreads out, up to a point, and stands in the middle.
    private void Place(int[] column)
    {
        var room = Height - Top - Bottom;
        var gap = column.Length < 2 || _map.Places[column[0]].Column == MapColumn.Data
            ? Gap
            : Math.Max(Gap, Math.Min(46, (room - column.Sum(place => _sizes[place])) / (column.Length - 1)));
        var at = Top + Math.Max(0, (room - Inner(column, gap)) / 2);
        foreach (var place in column)
        {
            at += Before(place, column, gap);
            _tops[place] = at;
            at += _sizes[place];
        }
    }
}
