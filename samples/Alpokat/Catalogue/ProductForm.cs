namespace Alpokat.Catalogue;

/// <summary>A product or service that a merchant uploads, with its price [ALPO-1.3].</summary>
public sealed record ProductForm(string Title, string Group, long PriceRupiah);
