namespace Cellar.Violations;

/// <summary>PAC3013: nobody was told of offers; whose the bottle is that is praised, this does not even ask.</summary>
[Purpose(Purposes.Promotion)] // expect: PAC3013
public static class Offers
{
    public static string OfTheMonth(string bottle) => $"Of the month: {bottle}";

    [Purpose(Purposes.Communication)]
    public static string CleanNotice(string bottle) => $"Ready to be fetched: {bottle}";
}
