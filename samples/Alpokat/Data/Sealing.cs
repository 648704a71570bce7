namespace Alpokat.Data;

/// <summary>By what columns are encrypted: said at each of them, for whoever audits.</summary>
internal static class Sealing
{
    public const string How = "AES-256-GCM, a key for each person";
}
