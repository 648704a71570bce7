namespace Ocis.Transfers;

/// <summary>To whom OCIS goes.</summary>
public sealed record TransferForm(string To);
