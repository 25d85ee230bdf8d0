using Shouldly;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Text.Chinese;

/// <summary>Citation syllables: phrases, the polyphone model, the rules for one-character words.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData("银行行长", "yin2 hang2 hang2 zhang3")]
    [InlineData("重新称重量", "chong2 xin1 cheng1 zhong4 liang4")]
    [InlineData("音乐老师很快乐", "yin1 yue4 lao3 shi1 hen3 kuai4 le4")]
    [InlineData("朝阳区的朝霞", "chao2 yang2 qu1 de5 zhao1 xia2")]
    [InlineData("朋友便宜", "peng2 you5 pian2 yi5")]
    public void Citation_Phrase_ReadsTogether(string text, string syllables) => Citation(text).ShouldBe(syllables);

    [Theory]
    [InlineData("你还没还我的书呢", 3, "huan2")]
    [InlineData("他没收到钱，还想去", 6, "hai2")]
    [InlineData("一边走一边背课文", 5, "bei4")]
    public void Citation_PolyphoneAlone_IsReadByTheSentence(string text, int at, string syllable) =>
        LoadedFrontEnd.Analyse(text).Citation[at].ShouldBe(syllable);

    [Theory]
    [InlineData("一", "yi1")]
    [InlineData("不去", "bu4 qu4")]
    public void Citation_YiAndBu_AreCitedPlainly(string text, string syllables) => Citation(text).ShouldBe(syllables);

    [Theory]
    [InlineData("慢慢地划", "de5")]
    [InlineData("高兴地说", "de5")]
    [InlineData("一片一片地落", "de5")]
    [InlineData("这块地很大", "di4")]
    public void Di_AfterAdverbial_IsDe(string text, string syllable) => Of(text, '地').ShouldBe(syllable);

    [Theory]
    [InlineData("他跑得很快", "de5")]
    [InlineData("他得休息", "dei3")]
    [InlineData("得努力学习", "dei3")]
    [InlineData("他得了感冒", "de2")]
    [InlineData("高兴得跳起来", "de5")]
    public void De_ByItsNeighbours(string text, string syllable) => Of(text, '得').ShouldBe(syllable);

    [Theory]
    [InlineData("以三人为限", "wei2")]
    [InlineData("他为我们付出很多", "wei4")]
    [InlineData("将名字改为小明", "wei2")]
    public void Wei_ByItsNeighbours(string text, string syllable) => Of(text, '为').ShouldBe(syllable);

    [Theory]
    [InlineData("这花儿开了", "er5")]
    [InlineData("女儿", "er2")]
    public void Er_Suffix_IsNeutral(string text, string syllable) => Of(text, '儿').ShouldBe(syllable);

    [Theory]
    [InlineData("合格率低于百分之五", "lv4")]
    [InlineData("教练率队出征", "shuai4")]
    public void Lv_BehindWhatItMeasures_IsARate(string text, string syllable) => Of(text, '率').ShouldBe(syllable);

    [Theory]
    [InlineData("建国西路五百九十三弄六号", '弄', "long4")]
    [InlineData("梅花三弄", '弄', "nong4")]
    [InlineData("那边有三幢楼", '幢', "zhuang4")]
    [InlineData("他用铁镐挖土", '镐', "gao3")]
    [InlineData("他从土里刨出一个坛子", '刨', "pao2")]
    [InlineData("书里夹着一片叶子", '夹', "jia1")]
    [InlineData("妈妈盛汤给我", '盛', "cheng2")]
    [InlineData("哄孩子睡觉", '哄', "hong3")]
    [InlineData("记得来哦", '哦', "o5")]
    [InlineData("它种在院子里", '种', "zhong4")]
    [InlineData("有一种在海里生活", '种', "zhong3")]
    [InlineData("他和着泥", '和', "huo4")]
    [InlineData("大家和着音乐跳舞", '和', "he4")]
    [InlineData("两人在湖上划着一条小船", '划', "hua2")]
    [InlineData("他在纸上划了一道线", '划', "hua4")]
    [InlineData("房间里闷得慌", '闷', "men1")]
    [InlineData("他心里很闷", '闷', "men4")]
    [InlineData("千里江陵一日还。", '还', "huan2")]
    [InlineData("他还……", '还', "hai2")]
    [InlineData("请任先生发言", '任', "ren2")]
    [InlineData("他任局长", '任', "ren4")]
    [InlineData("我宁愿走路", '宁', "ning4")]
    public void Character_ByItsNeighbours(string text, char character, string syllable) => Of(text, character).ShouldBe(syllable);

    [Theory]
    [InlineData("一共十行", '行', "hang2")]
    [InlineData("一行人上了车", '行', "xing2")]
    [InlineData("想赢就得多练", '得', "dei3")]
    [InlineData("这台机器修不了，那台救得了吗", '得', "de5")]
    [InlineData("脚步不停地上前", '地', "de5")]
    [InlineData("一口一口地喂", '地', "de5")]
    [InlineData("他聚精会神地听", '地', "de5")]
    [InlineData("她烫了个发", '发', "fa4")]
    [InlineData("他数到二十", '数', "shu3")]
    [InlineData("人数到五百了", '数', "shu4")]
    [InlineData("请帮我看一下包", '看', "kan1")]
    [InlineData("我种花，你浇水", '种', "zhong4")]
    [InlineData("这种花很香", '种', "zhong3")]
    [InlineData("月亮绕着地球转", '转', "zhuan4")]
    [InlineData("绕着弯转向山里", '转', "zhuan3")]
    [InlineData("他弹得真好", '弹', "tan2")]
    [InlineData("别把我当小孩", '当', "dang4")]
    [InlineData("围墙被撞倒了", '倒', "dao3")]
    [InlineData("姐姐扎着一根辫子", '扎', "za1")]
    [InlineData("此事应由校方处理", '应', "ying1")]
    [InlineData("他的反应由慢变快", '应', "ying4")]
    [InlineData("两人和牌了", '和', "hu2")]
    [InlineData("竹竿折了", '折', "she2")]
    [InlineData("大都会的夜晚", '都', "du1")]
    [InlineData("把书包背在肩上", '背', "bei1")]
    [InlineData("把亮度调高", '调', "tiao2")]
    [InlineData("把人员调往北方", '调', "diao4")]
    [InlineData("浑身有劲", '劲', "jin4")]
    [InlineData("鞋带散了", '散', "san3")]
    [InlineData("藏了很久", '藏', "cang2")]
    [InlineData("木板长三十五厘米", '长', "chang2")]
    [InlineData("头发又粗又长", '长', "chang2")]
    [InlineData("他乐坏了", '乐', "le4")]
    [InlineData("奶奶扇着火", '扇', "shan1")]
    [InlineData("这杯酒干了", '干', "gan1")]
    [InlineData("人群散了", '散', "san4")]
    [InlineData("零件弄散了", '散', "san3")]
    [InlineData("把扣子钉好", '钉', "ding4")]
    [InlineData("被子缝好了", '缝', "feng2")]
    [InlineData("他曲着膝", '曲', "qu1")]
    [InlineData("豆子撒了一地", '撒', "sa3")]
    [InlineData("坐船就晕", '晕', "yun4")]
    [InlineData("给我削个梨", '削', "xiao1")]
    [InlineData("别把相机弄坏", '弄', "nong4")]
    [InlineData("爸爸教我下棋", '教', "jiao1")]
    [InlineData("他信佛教我不信", '教', "jiao4")]
    [InlineData("鱼重三斤", '重', "zhong4")]
    [InlineData("代表团一行抵达", '行', "xing2")]
    [InlineData("累得直喘", '得', "de5")]
    [InlineData("请再数一遍", '数', "shu3")]
    [InlineData("年少的他", '少', "shao4")]
    [InlineData("雨打在脸上，脸被晒得通红", '得', "de5")]
    [InlineData("石磨转不动", '转', "zhuan4")]
    [InlineData("给客人冲杯茶", '冲', "chong1")]
    [InlineData("老乡落了难", '难', "nan4")]
    [InlineData("水没过了膝盖", '没', "mo4")]
    [InlineData("都市里很吵", '都', "du1")]
    [InlineData("这堵墙长八十米", '长', "chang2")]
    [InlineData("我比弟弟长六岁", '长', "zhang3")]
    [InlineData("你着什么急", '着', "zhao2")]
    [InlineData("炭着了", '着', "zhao2")]
    [InlineData("那着棋很妙", '着', "zhao1")]
    [InlineData("汤盛出来了", '盛', "cheng2")]
    [InlineData("盛大的庆典", '盛', "sheng4")]
    [InlineData("她扇了他一个耳光", '扇', "shan1")]
    [InlineData("一把扇子", '扇', "shan4")]
    [InlineData("收了三石谷子", '石', "dan4")]
    [InlineData("三石头", '石', "shi2")]
    [InlineData("他落下两门功课", '落', "la4")]
    [InlineData("大雪落下了", '落', "luo4")]
    public void Character_ByItsContext(string text, char character, string syllable) => Of(text, character).ShouldBe(syllable);

    [Theory]
    [InlineData("曾行长来了", "zeng1")]
    [InlineData("单局长说好", "shan4")]
    [InlineData("解教授上课", "xie4")]
    [InlineData("小曾和我", "xiao3")]
    [InlineData("曾处长办公室", "zeng1")]
    [InlineData("应老师要求", "ying4")]
    [InlineData("应先生来了", "ying1")]
    [InlineData("曾担任处长", "ceng2")]
    public void Surname_BeforeAPost(string text, string syllable) => Of(text, text[0]).ShouldBe(syllable);

    private static string Citation(string text) =>
        string.Join(' ', LoadedFrontEnd.Analyse(text).Citation.Where(syllable => syllable.Length > 0));

    private static string Of(string text, char character) =>
        LoadedFrontEnd.Analyse(text).Citation[text.IndexOf(character)];
}
