# Writes OUTPUT, C++ that holds the Word document from which ours take their shape: pandoc's own reference document, with
# page numbers put at its foot. Run by the build:  cmake -DPANDOC=… -DFOLDER=… -DOUTPUT=… -P reference_document.cmake
# Without pandoc it holds nothing, and documents are made without numbers.
file(REMOVE_RECURSE "${FOLDER}")
file(MAKE_DIRECTORY "${FOLDER}/parts")
set(bytes "")
if(PANDOC)
  execute_process(COMMAND "${PANDOC}" --print-default-data-file reference.docx OUTPUT_FILE "${FOLDER}/pandoc.docx"
                  COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND "${CMAKE_COMMAND}" -E tar xf ../pandoc.docx WORKING_DIRECTORY "${FOLDER}/parts"
                  COMMAND_ERROR_IS_FATAL ANY)

  # Puts `more` in the place of `here` in a part of the document, which must have it.
  function(put part here more)
    file(READ "${FOLDER}/parts/${part}" text)
    string(FIND "${text}" "${here}" at)
    if(at EQUAL -1)
      message(FATAL_ERROR "pandoc's reference document has no ${here} in ${part}")
    endif()
    string(REPLACE "${here}" "${more}" text "${text}")
    file(WRITE "${FOLDER}/parts/${part}" "${text}")
  endfunction()

  set(office "http://schemas.openxmlformats.org")
  function(field variable name)
    set(${variable} "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> ${name} \
</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar \
w:fldCharType=\"end\"/></w:r>" PARENT_SCOPE)
  endfunction()
  field(page PAGE)
  field(pages NUMPAGES)
  file(WRITE "${FOLDER}/parts/word/footer1.xml" "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<w:ftr xmlns:w=\"${office}/wordprocessingml/2006/main\"><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>${page}<w:r><w:t \
xml:space=\"preserve\"> / </w:t></w:r>${pages}</w:p></w:ftr>\n")
  put("word/_rels/document.xml.rels" "</Relationships>" "<Relationship Type=\"${office}/officeDocument/2006/\
relationships/footer\" Id=\"rIdFoot\" Target=\"footer1.xml\" /></Relationships>")
  put("[Content_Types].xml" "</Types>" "<Override PartName=\"/word/footer1.xml\" ContentType=\"application/\
vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\" /></Types>")
  put("word/document.xml" "<w:sectPr />" "<w:sectPr><w:footerReference xmlns:r=\"${office}/officeDocument/2006/\
relationships\" w:type=\"default\" r:id=\"rIdFoot\" /></w:sectPr>")

  execute_process(COMMAND "${CMAKE_COMMAND}" -E tar cf ../reference.docx --format=zip "--mtime=2020-01-01 00:00:00"
                          "[Content_Types].xml" _rels docProps word
                  WORKING_DIRECTORY "${FOLDER}/parts" COMMAND_ERROR_IS_FATAL ANY)
  file(READ "${FOLDER}/reference.docx" bytes HEX)
  string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
endif()
# In pieces, since a compiler warns of a long string.
string(REGEX REPLACE "(................................................................)" "\\1\"\n    \"" bytes "${bytes}")
file(WRITE "${OUTPUT}" "#include \"paper/reference_document.hpp\"\nnamespace samrad::paper {\n\
std::string_view reference_document() {\n    static constexpr char bytes[] =\n    \"${bytes}\";\n\
    return {bytes, sizeof bytes - 1};\n}\n}  // namespace samrad::paper\n")
