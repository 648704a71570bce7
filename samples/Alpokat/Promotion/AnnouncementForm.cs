namespace Alpokat.Promotion;

/// <summary>What a partner has asked ALPOKAT to announce.</summary>
public sealed record AnnouncementForm(int PartnerId, string Title, string Text);
