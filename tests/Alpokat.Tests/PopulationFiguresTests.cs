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
    public void Somebody_who_pays_often_is_one_and_what_is_nobodys_is_none()
    {
        var often = new PaymentPlace { CustomerId = Guid.NewGuid(), Town = "Bandung" };
        var nobodys = new PaymentPlace { CustomerId = null, Town = "Bandung" };
        Assert.Empty(PopulationFigures.OfTowns([.. Enumerable.Repeat(often, 20), .. Enumerable.Repeat(nobodys, 20)]));
    }

    [Fact]
    public void One_more_person_cannot_be_told_from_two_figures() =>
        Assert.Equal(PopulationFigures.OfTowns(Places("Bandung", 7)), PopulationFigures.OfTowns(Places("Bandung", 8)));

    private static IEnumerable<PaymentPlace> Places(string town, int people) =>
        Enumerable.Range(0, people).Select(_ => new PaymentPlace { CustomerId = Guid.NewGuid(), Town = town });
}
