namespace Alpokat.Statistics;

/// <summary>How many people bought a kind of goods, or in a town; about nobody in particular [ALPO-5.1].</summary>
/// <param name="About">The kind of goods, or the town.</param>
/// <param name="People">How many, in steps of five, and at least five.</param>
public sealed record BuyingFigure(
    [property: DataCategory(Categories.Location.Any, Categories.Transaction.Payment, Form = DataForm.Anonymised)] string About,
    [property: DataCategory(Categories.Location.Any, Categories.Transaction.Payment, Form = DataForm.Anonymised)] int People);
