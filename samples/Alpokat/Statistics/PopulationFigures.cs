using Alpokat.Data;

namespace Alpokat.Statistics;

/// <summary>
/// Counts payments until nobody can be told from the count: in steps, and only where <see cref="LeastPeople"/> are known to be
/// among those who paid: who asks for no receipt may be one who paid before. The declared anonymiser; generated tests hold it.
/// </summary>
public static class PopulationFigures
{
    /// <summary>In how many somebody is hidden.</summary>
    public const int LeastPeople = 5;

    /// <summary>What people bought.</summary>
    [Anonymises(DataForm.Anonymised)]
    public static IReadOnlyList<BuyingFigure> OfGoods(IEnumerable<PaymentLine> lines) =>
        Count(lines.Select(line => (About: line.Product?.Group, What: line.Payment?.Id ?? line.PaymentId, Who: KnownAs(line.Payment?.Customer))));

    /// <summary>Where people bought.</summary>
    [Anonymises(DataForm.Anonymised)]
    public static IReadOnlyList<BuyingFigure> OfTowns(IEnumerable<PaymentPlace> places) =>
        Count(places.Select(place => (About: (string?)place.Town, What: place.Id, Who: KnownAs(place.Customer))));

    [Anonymises(DataForm.Anonymised)]
    private static List<BuyingFigure> Count(IEnumerable<(string? About, Guid What, Guid? Who)> bought) =>
    [
        .. bought.Where(one => one.About is not null)
            .GroupBy(one => one.About!)
            .Where(same => same.Where(one => one.Who is not null).Select(one => one.Who).Distinct().Count() >= LeastPeople)
            .Select(same => new BuyingFigure(same.Key, InSteps(same.Select(one => one.What).Distinct().Count())))
            .OrderByDescending(figure => figure.Payments).ThenBy(figure => figure.About, StringComparer.Ordinal),
    ];

    private static Guid? KnownAs(Customer? customer) => customer is { IsToldApart: true } ? customer.Id : null;

    private static int InSteps(int payments) => payments / LeastPeople * LeastPeople;
}
