using Alpokat.Data;
using Alpokat.Statistics;

namespace Alpokat.Violations;

/// <summary>Statistics that know who.</summary>
[Purpose(Purposes.Statistics)]
public static class RawFigures
{
    public static string Where(PaymentPlace place) => $"{place.CustomerId}: {place.Town}"; // expect: PAC3001 ALPO-5.1

    public static long Spent(List<Payment> payments) => payments.Sum(payment => payment.AmountRupiah); // expect: PAC3001 ALPO-5.1

    public static IReadOnlyList<BuyingFigure> Clean(List<PaymentPlace> places) => PopulationFigures.OfTowns(places);
}
