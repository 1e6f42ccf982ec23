namespace Survey.Files.Tests.Personal;

/// <summary>Messages show neither phone nor ID card numbers.</summary>
public sealed class HiddenTests : TempFiles
{
    [TestCase("11010519491231002X", "(number not shown)")]
    [TestCase("'110105194912310021' is wrong", "'(number not shown)' is wrong")]
    [TestCase("110105491231002", "(number not shown)")]
    [TestCase("110105 19491231 002X 好", "(number not shown) 好")]
    [TestCase("张13812345678或139-1234-5678", "张(number not shown)或(number not shown)")]
    [TestCase("１１０１０５１９４９１２３１００２Ｘ！", "(number not shown)！")]
    [TestCase("1.10105194912310E+17", "(number not shown)E+17")]
    [TestCase("1101051949123100211101051949123100", "(number not shown)")]
    [TestCase("   11010519491231002X", "   (number not shown)")]
    [TestCase("\u200B13812345678", "\u200B(number not shown)")]
    [TestCase("\t\u3000 a\r\n13812345678\u200B 好", "\t\u3000 a\r\n(number not shown)\u200B 好")]
    [TestCase("138\u200B1234\uFEFF56\u00AD78", "(number not shown)")]
    [TestCase("30\n13812345678\n40", "30\n(number not shown)\n40", TestName = "a line break parts numbers")]
    [TestCase("1381\n2345678", "(number not shown)", TestName = "a phone number over two lines")]
    [TestCase("320506001001\n320506001002", "320506001001\n320506001002", TestName = "codes on two lines")]
    [TestCase("138\u20031234\u30005678", "(number not shown)")]
    [TestCase("", "")]
    [TestCase("320506001001 and 320506001 on 2024-09-30 2024-10-01 12:00", "320506001001 and 320506001 on 2024-09-30 2024-10-01 12:00")]
    [TestCase("0.5, 1,234,567 rows", "0.5, 1,234,567 rows")]
    public void HidesNumbers(string text, string shown) => Assert.That(PersonalData.Hidden(text), Is.EqualTo(shown));

    [Test]
    public void NoPartOfANumberIsShown([Range(1, 20)] int seed)
    {
        var people = new People(seed);
        string id = people.Identity(), mobile = people.Mobile();
        foreach (string text in (string[])[id, mobile, $"{id}{mobile}", $"{mobile},{id}", $"a{id}b{mobile}c", $"{id[..17]}5", $"+86{mobile}{id}"])
            Assert.That(PersonalData.Hidden(text), Does.Not.Match("[0-9]{6}"), text);
    }

    [Test]
    public void CharactersThatFoldingTakesOutHelpNobody([Range(1, 20)] int seed)
    {
        const string without = "\u200B\u200C\u200D\u200E\u200F\u202A\u202E\u2060\u2064\u2066\u2069\uFEFF\u00AD\0\u0001";
        const string blanks = " \u3000\u00A0\u2003\u0085\t\r\n\u2028";
        var people = new People(seed);
        string Some(string of) => string.Concat(Enumerable.Range(0, people.Next(4)).Select(_ => of[people.Next(of.Length)]));
        for (int k = 0; k < 50; k++)
            foreach (string number in (string[])[people.Identity(), people.Mobile(), people.Digits(17) + "5"])
            {
                string before = Some(blanks + without) + Some("答案") + Some(blanks + without), after = Some(without + blanks) + Some("号，") + Some(blanks);
                string inside = string.Concat(number.Select((c, place) => place == 0 || people.Next(3) > 0 ? $"{c}" : Some(without) + c));
                Assert.That(PersonalData.Hidden(before + inside + after), Is.EqualTo($"{before}(number not shown){after}"), string.Concat((before + inside + after).Select(c => $"{(int)c:X4} ")));
            }
    }

    [Test]
    public void ErrorsOfReadingHideThemToo()
    {
        var number = new ReadOptions { Types = new Dictionary<string, ColumnType> { ["x"] = ColumnType.Number } };
        Assert.That(ErrorOf("x,y\n1,2\n我是11010519491231002X号,3\n", number), Is.EqualTo("people.csv, row 2 (line 3), column 'x': '我是(number not shown)号' is not a number; declare it as missing, or read the column as a category."));
        Assert.That(ErrorOf($"x,y\n{new string('长', 35)}13812345678,3\n", number), Does.Contain("'长长").And.Not.Contain("138").And.Contain("..."));
        Assert.That(((CategoryColumn)Read("x,y\n11010519491231002X,1\n5,2\n")["x"]).WhyNotNumber, Does.StartWith("row 1 holds '(number not shown)' (1 of its 2 values is a number;"));
    }
}
