namespace PolicyAsCode.Language.Tests;

/// <summary>Countries, blocs, and what people write for them.</summary>
public sealed class RegionsTests
{
    [Fact]
    public void All_countries_of_ISO_3166_have_a_code_and_two_names()
    {
        var countries = Regions.All.Where(Regions.IsCountry).ToArray();
        Assert.Equal(249, countries.Length);
        Assert.Equal(countries.Order(StringComparer.Ordinal).Distinct(), countries);
        Assert.All(countries, code =>
        {
            Assert.Matches("^[A-Z]{2}$", code);
            Assert.NotEqual(code, Regions.EnglishName(code));
            Assert.NotEqual(code, Regions.IndonesianName(code));
        });
        Assert.Equal(["EU", "EEA", "worldwide"], Regions.All.Where(Regions.IsBloc));
    }

    [Fact]
    public void Blocs_have_the_members_that_they_have()
    {
        Assert.Equal(27, Regions.Members("EU").Length);
        Assert.Equal(["IS", "LI", "NO"], Regions.Members("EEA").Except(Regions.Members("EU")));
        Assert.All(Regions.Members("EEA"), code => Assert.True(Regions.IsCountry(code)));
        Assert.Equal(249, Regions.Members("worldwide").Length);
        Assert.Equal(["ID"], Regions.Members("ID"));
        Assert.Empty(Regions.Members("XX"));
    }

    [Theory]
    [InlineData("EEA", "NO", true)]
    [InlineData("EU", "NO", false)]
    [InlineData("EU", "DE", true)]
    [InlineData("EEA", "EU", true)]
    [InlineData("EU", "EEA", false)]
    [InlineData("worldwide", "EEA", true)]
    [InlineData("worldwide", "worldwide", true)]
    [InlineData("EEA", "worldwide", false)]
    [InlineData("ID", "ID", true)]
    [InlineData("ID", "SG", false)]
    [InlineData("DE", "EU", false)]
    [InlineData("XX", "XX", false)]
    [InlineData("EU", "eu", false)]
    public void A_region_contains_what_lies_inside_it(string region, string other, bool expected) =>
        Assert.Equal(expected, Regions.Contains(region, other));

    [Theory]
    [InlineData("Indonesia", "ID")]
    [InlineData("singapura", "SG")]
    [InlineData("Singapore", "SG")]
    [InlineData("Singapur", "SG")]
    [InlineData("Jerman", "DE")]
    [InlineData("Amerika Serikat", "US")]
    [InlineData("United States", "US")]
    [InlineData("USA", "US")]
    [InlineData("UK", "GB")]
    [InlineData("Holland", "NL")]
    [InlineData("id", "ID")]
    [InlineData("eea", "EEA")]
    [InlineData("Uni Eropa", "EU")]
    [InlineData("Europe", "EEA")]
    [InlineData("global", "worldwide")]
    [InlineData("world-wide", "worldwide")]
    [InlineData("Atlantis", null)]
    [InlineData("XX", null)]
    [InlineData("", null)]
    public void What_people_write_is_understood(string text, string? region) => Assert.Equal(region, Regions.Meant(text));
}
