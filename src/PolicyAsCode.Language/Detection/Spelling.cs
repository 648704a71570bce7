using System.Collections.Immutable;

namespace PolicyAsCode.Language.Detection;

/// <summary>One spelling for words that people write in several ways, or abbreviate.</summary>
internal static class Spelling
{
    private static readonly ImmutableDictionary<string, string> s_usual = Read(
        // Left the usual one, right what also stands for it.
        "no: nomor nomer nmr num nbr number numb",
        "nama: nm nma",
        "name: nme",
        "tanggal: tgl tggl",
        "tempat: tmpt tmp",
        "lahir: lhr",
        "jenis: jns",
        "kelamin: klm klmn klmin kelmin",
        "lengkap: lgkp lkp",
        "alamat: almt alm",
        "telepon: telp tlp telpon tlpn telphone",
        "phone: phn phonenumbers",
        "hp: handphone",
        "rekening: rek",
        "kelurahan: kel",
        "kecamatan: kec",
        "kabupaten: kab",
        "provinsi: prov prop propinsi",
        "golongan: gol",
        "darah: drh",
        "pendidikan: pend pddk pdk pnddkn",
        "pekerjaan: pkrjn pkrj krjn",
        "agama: agm",
        "keterangan: ket",
        "kode: kd",
        "password: pass pwd passwd pswd",
        "address: addr addres adress",
        "latitude: lat",
        "longitude: lng long lon",
        "postal: post",
        "favorite: favourite",
        "licence: license",
        "organisation: organization",
        "first: fst",
        "middle: mid",
        "marital: martial maritial",
        "status: stat sts",
        "description: desc");

    /// <summary>The usual spelling of a word.</summary>
    public static string Of(string word) => s_usual.TryGetValue(word, out var usual) ? usual : word;

    /// <summary>The word in the singular, as far as a last letter tells.</summary>
    public static string Singular(string word) => word switch
    {
        { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) => word.Substring(0, word.Length - 3) + "y",
        { Length: > 4 } when word.EndsWith("sses", StringComparison.Ordinal) => word.Substring(0, word.Length - 2),
        { Length: > 3 } when word.EndsWith("s", StringComparison.Ordinal)
            && !word.EndsWith("ss", StringComparison.Ordinal)
            && !word.EndsWith("us", StringComparison.Ordinal) => word.Substring(0, word.Length - 1),
        _ => word,
    };

    private static ImmutableDictionary<string, string> Read(params string[] lines)
    {
        var usual = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':');
            foreach (var other in line.Substring(colon + 2).Split(' '))
                usual[other] = line.Substring(0, colon);
        }
        return usual.ToImmutable();
    }
}
