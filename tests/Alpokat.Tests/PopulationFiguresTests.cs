using Alpokat.Data;
using Alpokat.Statistics;

namespace Alpokat.Tests;

/// <summary>Statistics hide everybody among at least four others, beside what the generated tests of the anonymiser hold.</summary>
[Trait("Clause", "ALPO-5.1")]
public sealed class PopulationFiguresTests
{
    [Theory]
    [InlineData(0, null)]
    [InlineData(4, null)]
    [InlineData(5, 5)]
    [InlineData(9, 5)]
    [InlineData(10, 10)]
    public void People_are_counted_in_steps_and_few_are_left_out(int people, int? told)
    {
        var figure = PopulationFigures.OfTowns(Places("Bandung", people)).SingleOrDefault();
        Assert.Equal(told, figure?.Payments);
    }

    [Fact]
    public void Somebody_who_pays_often_is_one_and_who_is_not_known_may_be_the_same()
    {
        var one = new Customer { Id = Guid.NewGuid(), IsToldApart = true };
        var often = Enumerable.Range(0, 20).Select(_ => new PaymentPlace { Id = Guid.NewGuid(), CustomerId = one.Id, Customer = one, Town = "Bandung" });
        var unknown = Places("Bandung", 20, isToldApart: false);
        var nobodys = Enumerable.Range(0, 20).Select(_ => new PaymentPlace { Id = Guid.NewGuid(), Town = "Bandung" });
        Assert.Empty(PopulationFigures.OfTowns([.. often, .. unknown, .. nobodys]));
        // Where many are known to have paid, all payments count.
        Assert.Equal(25, Assert.Single(PopulationFigures.OfTowns([.. Places("Bandung", 5), .. Places("Bandung", 20, isToldApart: false)])).Payments);
    }

    [Fact]
    public void One_more_person_cannot_be_told_from_two_figures() =>
        Assert.Equal(PopulationFigures.OfTowns(Places("Bandung", 7)), PopulationFigures.OfTowns(Places("Bandung", 8)));

    private static IEnumerable<PaymentPlace> Places(string town, int people, bool isToldApart = true) =>
        Enumerable.Range(0, people).Select(_ => new Customer { Id = Guid.NewGuid(), IsToldApart = isToldApart })
            .Select(payer => new PaymentPlace { Id = Guid.NewGuid(), CustomerId = payer.Id, Customer = payer, Town = town });
}
