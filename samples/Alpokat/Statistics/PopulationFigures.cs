using Alpokat.Data;

namespace Alpokat.Statistics;

/// <summary>
/// Counts people until nobody can be told from the count: groups of fewer than <see cref="LeastPeople"/> are left out, and the
/// rest is counted in steps of as many. The declared anonymiser; the build writes tests that hold it to that.
/// </summary>
public static class PopulationFigures
{
    /// <summary>In how many somebody is hidden.</summary>
    public const int LeastPeople = 5;

    /// <summary>What people bought.</summary>
    [Anonymises(DataForm.Anonymised)]
    public static IReadOnlyList<BuyingFigure> OfGoods(IEnumerable<PaymentLine> lines) =>
        Count(lines.Select(line => (About: line.Product?.Group, Who: line.Payment?.CustomerId)));

    /// <summary>Where people bought.</summary>
    [Anonymises(DataForm.Anonymised)]
    public static IReadOnlyList<BuyingFigure> OfTowns(IEnumerable<PaymentPlace> places) =>
        Count(places.Select(place => (About: (string?)place.Town, Who: place.CustomerId)));

    [Anonymises(DataForm.Anonymised)]
    private static List<BuyingFigure> Count(IEnumerable<(string? About, Guid? Who)> bought) =>
    [
        .. bought.Where(one => one is { About: not null, Who: not null })
            .GroupBy(one => one.About!)
            .Select(same => new BuyingFigure(same.Key, InSteps(same.Select(one => one.Who).Distinct().Count())))
            .Where(figure => figure.People >= LeastPeople)
            .OrderByDescending(figure => figure.People).ThenBy(figure => figure.About, StringComparer.Ordinal),
    ];

    private static int InSteps(int people) => people / LeastPeople * LeastPeople;
}
