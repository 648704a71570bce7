namespace Cellar.Violations;

/// <summary>PAC3004: recommends wine to everybody, also to those who asked to be left alone.</summary>
[Purpose(Purposes.Personalisation)]
public sealed class Suggestions(IObjections objections)
{
    public static string Suggest(Customer customer) => $"For you, {customer.Name}: a Riesling"; // expect: PAC3004

    public string CleanSuggest(Customer customer) =>
        objections.AllowSuggestions(customer.Id) ? $"For you, {customer.Name}: a Riesling" : "Of the month: a Riesling";
}
