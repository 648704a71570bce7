namespace Alpokat.Catalogue;

/// <summary>A product as everybody sees it.</summary>
public sealed record ProductView(Guid Id, string Title, string Group, long PriceRupiah);
