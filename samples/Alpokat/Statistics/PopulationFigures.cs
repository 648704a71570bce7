using Alpokat.Data;

namespace Alpokat.Statistics;

/// <summary>
/// Counts people until nobody can be told from the count: each once, in steps, and only those of whom it is known that they are
/// not one who paid before. Who knows five of a group learns nothing of others in it. The declared anonymiser; tests hold it.
/// </summary>
public static class PopulationFigures
{
    /// <summary>In how many somebody is hidden.</summary>
    public const int LeastPeople = 5;

    /// <summary>What people bought.</summary>
    [Anonymises(DataForm.Anonymised)]
    public static IReadOnlyList<BuyingFigure> OfGoods(IEnumerable<PaymentLine> lines) =>
        Count(lines.Select(line => (About: line.Product?.Group, Who: KnownAs(line.Payment?.Customer))));

    /// <summary>Where people bought.</summary>
    [Anonymises(DataForm.Anonymised)]
    public static IReadOnlyList<BuyingFigure> OfTowns(IEnumerable<PaymentPlace> places) =>
        Count(places.Select(place => (About: (string?)place.Town, Who: KnownAs(place.Customer))));

    [Anonymises(DataForm.Anonymised)]
    private static List<BuyingFigure> Count(IEnumerable<(string? About, Guid? Who)> bought) =>
    [
        .. bought.Where(one => one is { About: not null, Who: not null })
            .GroupBy(one => one.About!)
            .Select(same => new BuyingFigure(same.Key, InSteps(same.Select(one => one.Who).Distinct().Count())))
            .Where(figure => figure.People >= LeastPeople)
            .OrderByDescending(figure => figure.People).ThenBy(figure => figure.About, StringComparer.Ordinal),
    ];

    private static Guid? KnownAs(Customer? customer) => customer is { IsToldApart: true } ? customer.Id : null;

    private static int InSteps(int people) => people / LeastPeople * LeastPeople;
}
