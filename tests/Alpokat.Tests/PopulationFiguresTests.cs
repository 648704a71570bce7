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
        Assert.Equal(told, figure?.People);
    }

    [Fact]
    public void Somebody_who_pays_often_is_one_and_who_is_not_known_may_be_the_same()
    {
        var one = new Customer { Id = Guid.NewGuid(), IsToldApart = true };
        var often = Enumerable.Range(0, 20).Select(_ => new PaymentPlace { Id = Guid.NewGuid(), CustomerId = one.Id, Customer = one, Town = "Bandung" });
        var unknown = Places("Bandung", 20, isToldApart: false);
        var nobodys = Enumerable.Range(0, 20).Select(_ => new PaymentPlace { Id = Guid.NewGuid(), Town = "Bandung" });
        Assert.Empty(PopulationFigures.OfTowns([.. often, .. unknown, .. nobodys]));
    }

    [Fact]
    public void Whoever_knows_five_people_of_a_group_learns_nothing_of_the_others_in_it()
    {
        var known = Places("Bandung", 5).ToList();
        var often = Enumerable.Range(0, 20).Select(_ => new PaymentPlace { Id = Guid.NewGuid(), CustomerId = known[0].CustomerId, Customer = known[0].Customer, Town = "Bandung" });
        Assert.Equal(5, Assert.Single(PopulationFigures.OfTowns(known)).People);
        // Neither that others paid who cannot be told apart, nor how often somebody did, nor that four more did.
        foreach (var others in (IEnumerable<PaymentPlace>[])[Places("Bandung", 20, isToldApart: false), often, Places("Bandung", 4)])
            Assert.Equal(PopulationFigures.OfTowns(known), PopulationFigures.OfTowns([.. known, .. others]));
    }

    [Fact]
    public void One_more_person_cannot_be_told_from_two_figures() =>
        Assert.Equal(PopulationFigures.OfTowns(Places("Bandung", 7)), PopulationFigures.OfTowns(Places("Bandung", 8)));

    private static IEnumerable<PaymentPlace> Places(string town, int people, bool isToldApart = true) =>
        Enumerable.Range(0, people).Select(_ => new Customer { Id = Guid.NewGuid(), IsToldApart = isToldApart })
            .Select(payer => new PaymentPlace { Id = Guid.NewGuid(), CustomerId = payer.Id, Customer = payer, Town = town });
}
