namespace Alpokat.Statistics;

/// <summary>How many payments there were for a kind of goods, or in a town; about nobody in particular [ALPO-5.1].</summary>
/// <param name="About">The kind of goods, or the town.</param>
/// <param name="Payments">How many, in steps of five, of at least five people.</param>
public sealed record BuyingFigure(
    [property: DataCategory(Categories.Location.Any, Categories.Transaction.Payment, Form = DataForm.Anonymised)] string About,
    [property: DataCategory(Categories.Location.Any, Categories.Transaction.Payment, Form = DataForm.Anonymised)] int Payments);
